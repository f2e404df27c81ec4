-- The tenant (workspace), people and how they enter, the audit chain, files, mail and idempotency keys.
--
-- Every table is under forced row-level security. A row is visible when its workspace is the one of the running
-- transaction (app.workspace), or when the transaction presents the very secret that names the row (app.presented:
-- the SHA-256 of an API key, invitation or link, or a session id), or when it is the signed-in person's own (app.person).

-- The application logs in as counterfoil_app: it owns nothing, cannot bypass row security, and gets exactly these rights.
grant usage on schema public to counterfoil_app;
alter default privileges in schema public grant select, insert, update, delete on tables to counterfoil_app;
alter default privileges in schema public grant usage on sequences to counterfoil_app;

create function app_workspace() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.workspace', true), '')::uuid $$;
create function app_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.person', true), '')::uuid $$;
create function app_presented() returns bytea language sql stable parallel safe
  as $$ select decode(nullif(current_setting('app.presented', true), ''), 'hex') $$;
create function app_email() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.email', true), '') $$;

-- Gives a tenant table its one rule. Used by every later migration, so that no table is forgotten halfway.
create procedure protect_tenant_table(table_name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format('create policy tenant on %s using (workspace_id = app_workspace()) with check (workspace_id = app_workspace())', table_name);
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is not allowed: the table is append-only', tg_op, tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

create table workspace (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  kind text not null default 'business' check (kind in ('business', 'firm')),
  wrapped_key bytea not null,          -- the workspace's key, sealed by the server's master key
  key_id text not null,                -- which master key sealed it
  created_at timestamptz not null default now()
);

create table person (
  id uuid primary key,
  email text not null unique check (email = lower(email) and length(email) <= 320),
  name text not null check (length(name) between 1 and 200),
  preferences jsonb not null default '{}',
  created_at timestamptz not null default now()
);

create table credential (
  person_id uuid primary key references person (id) on delete cascade,
  password_hash text not null,
  scheme text not null default 'bcrypt' check (scheme in ('bcrypt', 'hmac-bcrypt')),
  pepper_key_id text,                  -- hmac-bcrypt: the master key that the pre-hash is keyed by
  changed_at timestamptz not null default now()
);

create table membership (
  workspace_id uuid not null references workspace (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  role text not null check (role in ('owner', 'admin', 'member', 'readonly')),
  created_at timestamptz not null default now(),
  primary key (workspace_id, person_id)
);
create index membership_person on membership (person_id);

create table session (
  id bytea primary key check (length(id) = 32),
  person_id uuid not null references person (id) on delete cascade,
  active_workspace_id uuid references workspace (id) on delete set null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  ip text,
  user_agent text
);
create index session_person on session (person_id);

create table password_reset (
  token_hash bytea primary key,
  person_id uuid not null references person (id) on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);

create table invitation (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  email text not null check (email = lower(email)),
  role text not null check (role in ('owner', 'admin', 'member', 'readonly')),
  token_hash bytea not null unique,
  invited_by uuid references person (id) on delete set null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  unique (workspace_id, id)
);

create table api_key (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  name text not null check (length(name) between 1 and 100),
  role text not null check (role in ('admin', 'member', 'readonly')),
  key_hash bytea not null unique,      -- SHA-256; the key itself is shown once and kept nowhere
  prefix text not null,
  last_four text not null,
  created_by uuid references person (id) on delete set null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  unique (workspace_id, id)
);

-- The audit log. One chain per workspace: each event carries the hash of the one before.
create table event (
  workspace_id uuid not null references workspace (id) on delete cascade,
  seq bigint not null,
  at timestamptz not null,
  action text not null,
  actor_kind text not null check (actor_kind in ('person', 'key', 'job', 'buyer', 'system')),
  actor_id text,
  actor_name text,
  subject_kind text,
  subject_id text,
  company_id uuid,
  summary text not null,
  details jsonb not null default '{}',
  ip text,
  user_agent text,
  request_id text,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (workspace_id, seq)
);
create index event_action on event (workspace_id, action, seq desc);
create index event_subject on event (workspace_id, subject_kind, subject_id, seq desc);
create trigger event_append_only before update or delete on event for each row execute function refuse_change();
create trigger event_no_truncate before truncate on event for each statement execute function refuse_change();

create table event_head (
  workspace_id uuid primary key references workspace (id) on delete cascade,
  seq bigint not null,
  hash bytea not null
);

-- A stored file: sealed bytes under the workspace's prefix in the file store, opened with a data key of its own.
create table file (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  store_key text not null unique,
  wrapped_key bytea not null,          -- the file's data key, sealed by the workspace's key
  sha256 bytea not null check (length(sha256) = 32),
  size_bytes bigint not null check (size_bytes >= 0),
  media_type text not null,
  created_at timestamptz not null default now(),
  unique (workspace_id, id)
);

create table mail (
  id uuid primary key,
  workspace_id uuid references workspace (id) on delete cascade,
  person_id uuid references person (id) on delete cascade,
  kind text not null,
  recipient text not null,
  recipient_name text,
  reply_to text,
  from_name text,
  subject text not null,
  body_text text not null,
  body_html text,
  attachments jsonb not null default '[]',       -- [{fileId, name, mediaType}]
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'kept', 'failed', 'unknown')),
  attempts int not null default 0,
  error text,
  message_id text not null,
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  check ((workspace_id is null) <> (person_id is null)),
  unique (workspace_id, id)
);
create index mail_newest on mail (workspace_id, created_at desc, id desc);

create table idempotency_key (
  workspace_id uuid not null references workspace (id) on delete cascade,
  key text not null check (length(key) between 1 and 200),
  fingerprint bytea not null,          -- SHA-256 of route and body: the same key for another request is refused
  status int not null,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (workspace_id, key)
);

call protect_tenant_table('event');
call protect_tenant_table('event_head');
call protect_tenant_table('file');
call protect_tenant_table('idempotency_key');

alter table workspace enable row level security;
alter table workspace force row level security;
create policy tenant on workspace using (id = app_workspace()) with check (id = app_workspace());
create policy mine on workspace for select using (exists (select 1 from membership m where m.workspace_id = workspace.id and m.person_id = app_person()));

alter table membership enable row level security;
alter table membership force row level security;
create policy tenant on membership using (workspace_id = app_workspace()) with check (workspace_id = app_workspace());
create policy mine on membership for select using (person_id = app_person());

alter table person enable row level security;
alter table person force row level security;
create policy own on person using (id = app_person()) with check (id = app_person());
create policy by_email on person for select using (email = app_email());
create policy colleague on person for select using (exists (select 1 from membership m where m.person_id = person.id and m.workspace_id = app_workspace()));

alter table credential enable row level security;
alter table credential force row level security;
create policy own on credential using (person_id = app_person()) with check (person_id = app_person());

alter table session enable row level security;
alter table session force row level security;
create policy own on session using (person_id = app_person()) with check (person_id = app_person());
create policy presented on session for select using (id = app_presented());

alter table password_reset enable row level security;
alter table password_reset force row level security;
create policy own on password_reset using (person_id = app_person()) with check (person_id = app_person());
create policy presented on password_reset for select using (token_hash = app_presented());

alter table invitation enable row level security;
alter table invitation force row level security;
create policy tenant on invitation using (workspace_id = app_workspace()) with check (workspace_id = app_workspace());
create policy presented on invitation for select using (token_hash = app_presented());

alter table api_key enable row level security;
alter table api_key force row level security;
create policy tenant on api_key using (workspace_id = app_workspace()) with check (workspace_id = app_workspace());
create policy presented on api_key for select using (key_hash = app_presented());

alter table mail enable row level security;
alter table mail force row level security;
create policy tenant on mail using (workspace_id = app_workspace()) with check (workspace_id = app_workspace());
create policy own on mail using (workspace_id is null and person_id = app_person()) with check (workspace_id is null and person_id = app_person());

revoke update, delete, truncate on event from counterfoil_app;
