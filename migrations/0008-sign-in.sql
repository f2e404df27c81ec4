-- How people prove who they are: identities elsewhere, second factors, passkeys, links by mail, known devices, delays.
--
-- A row of these tables is visible to the person whose it is (app.person), or to a transaction that presents the very
-- hash that names it (app.presented). What has expired may be seen, so that it can be cleared away, and nothing else.

-- The installation itself: one row, no tenant's. Until `opened_at` nobody has made the first sign-in.
create table installation (
  one boolean primary key default true check (one),
  opened_at timestamptz
);
alter table installation enable row level security;
alter table installation force row level security;
create policy everybody on installation using (true) with check (one);
-- Row security is forced, so the schema's owner sees no rows either: whether somebody is here already is asked with the force lifted.
alter table person no force row level security;
insert into installation (opened_at) select min(created_at) from person;
alter table person force row level security;

alter table person
  add column verify_first boolean not null default false,   -- made by an open sign-up: no session until the address is proven
  add column disabled_at timestamptz;                       -- by the operator: may not enter anywhere

alter table credential
  add column must_reset boolean not null default false;     -- "this was not me": this password opens nothing any more

alter table session
  add column via text not null default 'password',          -- password, passkey, invitation, sign_up, or what single sign-on names: google, oidc, saml …
  add column device_hash bytea,                             -- SHA-256 of the browser's device cookie
  add column role_held text,                                -- the role when the session's id was made; another role makes another id
  add column sso_workspace_id uuid references workspace (id) on delete set null;  -- the workspace whose connection vouched for the person

-- Who somebody is at Google, at Microsoft, at a company's identity provider. The pair (issuer, subject) names them; a mail address never does.
create table person_identity (
  identity_hash bytea primary key check (length(identity_hash) = 32),   -- SHA-256 of issuer, U+0000 and subject
  issuer text not null check (length(issuer) between 1 and 500),
  subject text not null check (length(subject) between 1 and 500),
  person_id uuid not null references person (id) on delete cascade,
  email_at_link text,
  linked_at timestamptz not null default now(),
  last_used_at timestamptz,
  unique (issuer, subject)
);
create index person_identity_person on person_identity (person_id);

-- A sign-in between its two steps. Bound to its id (in the page) and to a secret in the browser's cookie.
create table sign_in_challenge (
  id_hash bytea primary key check (length(id_hash) = 32),
  browser_hash bytea not null check (length(browser_hash) = 32),
  person_id uuid not null references person (id) on delete cascade,
  entry jsonb not null,                    -- what the first step proved, and where it leads
  tries int not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz                     -- passed, or tried too often
);

-- What a passkey has to sign, once.
create table passkey_challenge (
  challenge_hash bytea primary key check (length(challenge_hash) = 32),
  purpose text not null check (purpose in ('add', 'enter', 'second', 'prove')),
  person_id uuid references person (id) on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Secrets are sealed by AES-256-GCM under the master key named beside them, context totp:<person>.
create table totp (
  person_id uuid primary key references person (id) on delete cascade,
  sealed_secret bytea,                     -- in use since confirmed_at
  key_id text,
  confirmed_at timestamptz,
  last_step bigint not null default 0,     -- the newest 30-second step that was used: no code works twice
  next_secret bytea,                       -- being set up, until a code of it was typed
  next_key_id text,
  next_made_at timestamptz,
  check ((sealed_secret is null) = (confirmed_at is null) and (sealed_secret is null) = (key_id is null)),
  check ((next_secret is null) = (next_key_id is null))
);

create table recovery_code (
  code_hash bytea primary key check (length(code_hash) = 32),   -- SHA-256 of 128 random bits
  person_id uuid not null references person (id) on delete cascade,
  created_at timestamptz not null,
  used_at timestamptz
);
create index recovery_code_person on recovery_code (person_id);

create table passkey (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  credential_hash bytea not null unique check (length(credential_hash) = 32),
  credential_id bytea not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  backed_up boolean not null default false,
  name text not null check (length(name) between 1 and 100),
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_person on passkey (person_id);

-- Links by mail that prove an address: after a sign-up, or before an address is changed.
create table address_proof (
  token_hash bytea primary key check (length(token_hash) = 32),
  person_id uuid not null references person (id) on delete cascade,
  email text not null check (email = lower(email) and length(email) <= 320),
  purpose text not null check (purpose in ('verify', 'change')),
  browser_hash bytea,                      -- the browser that signed up needs no password to finish
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index address_proof_person on address_proof (person_id);

-- "This was not me": the link in a mail about a sign-in.
create table sign_in_notice (
  token_hash bytea primary key check (length(token_hash) = 32),
  person_id uuid not null references person (id) on delete cascade,
  session_at timestamptz not null,
  device text not null,
  ip text,
  restore_email text,                      -- the address before a change, to go back to
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Browsers a person has signed in with, by the SHA-256 of their device cookie.
create table person_device (
  person_id uuid not null references person (id) on delete cascade,
  device_hash bytea not null check (length(device_hash) = 32),
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (person_id, device_hash)
);

-- Tries at a door, by keyed hash of account or network. It tells nothing about anybody, so every process may see it all.
create table sign_in_delay (
  key bytea primary key check (length(key) = 32),
  failures int not null,
  retry_at timestamptz not null,
  last_failed_at timestamptz not null
);
create index sign_in_delay_age on sign_in_delay (last_failed_at);

do $$ declare name text; begin
  foreach name in array '{person_identity,sign_in_challenge,passkey_challenge,totp,recovery_code,passkey,address_proof,sign_in_notice,person_device,sign_in_delay}'::text[] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
  foreach name in array '{person_identity,sign_in_challenge,passkey_challenge,totp,recovery_code,passkey,address_proof,sign_in_notice,person_device}'::text[] loop
    execute format('create policy own on %I using (person_id = app_person()) with check (person_id = app_person())', name);
  end loop;
  foreach name in array '{sign_in_challenge,passkey_challenge,address_proof,sign_in_notice}'::text[] loop
    execute format('create policy worn_seen on %I for select using (expires_at < now() - interval ''1 day'')', name);
    execute format('create policy worn on %I for delete using (expires_at < now() - interval ''1 day'')', name);
  end loop;
end $$;
-- Ended sessions are kept for the list of devices and the log, then forgotten; browsers not seen for over a year as well.
create policy worn_seen on session for select using (expires_at < now() - interval '90 days');
create policy worn on session for delete using (expires_at < now() - interval '90 days');
create policy worn_seen on person_device for select using (last_seen_at < now() - interval '400 days');
create policy worn on person_device for delete using (last_seen_at < now() - interval '400 days');
create policy presented on person_identity for select using (identity_hash = app_presented());
create policy presented on sign_in_challenge for select using (id_hash = app_presented());
create policy presented on recovery_code for select using (code_hash = app_presented());
create policy presented on passkey for select using (credential_hash = app_presented());
create policy presented on address_proof for select using (token_hash = app_presented());
create policy presented on sign_in_notice for select using (token_hash = app_presented());
-- Nobody is signed in when a passkey is asked to sign.
create policy presented on passkey_challenge using (challenge_hash = app_presented()) with check (challenge_hash = app_presented() and person_id is null);
create policy everybody on sign_in_delay using (true) with check (true);
