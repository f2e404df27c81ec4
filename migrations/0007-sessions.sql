-- What a session proves: by which means the person entered, and when they last proved themselves again.
alter table session
  add column factors text[] not null default '{password}',   -- password, totp, passkey, recovery, oidc, saml
  add column proved_at timestamptz not null default now(),   -- the last proof, for acts that ask for a fresh one
  add column ended_because text;                             -- signed_out, ended_elsewhere, reset, suspended, too_many …

alter table person add column email_verified_at timestamptz;

-- A suspended member (directory says "inactive") keeps their place and history, and may not enter.
alter table membership add column suspended_at timestamptz;

alter table workspace
  add column require_second_factor boolean not null default false,   -- of everybody; owners and admins are always asked (except on a loopback installation)
  add column session_idle_minutes int check (session_idle_minutes between 5 and 1440),     -- null: 24 hours
  add column session_hours int check (session_hours between 1 and 168);                    -- null: 7 days
