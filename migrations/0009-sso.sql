-- Single sign-on of a workspace: connections to its identity provider, the domains it has proven to be its own, who may
-- join by it and as what, and the directory (SCIM) that keeps its people.

alter table workspace
  add column sso_required boolean not null default false,         -- of people with an address in one of its verified domains
  add column sso_join boolean not null default true,              -- a first sign-in by a connection makes a member
  add column sso_default_role text not null default 'member' check (sso_default_role in ('admin', 'member', 'readonly'));
alter table membership
  add column sso_exempt boolean not null default false,           -- break-glass: may enter with an own sign-in and a second factor
  add check (not sso_exempt or role = 'owner');

-- A session that a workspace's provider vouched for ends with the workspace; without it, it would be anybody's.
alter table session drop constraint session_sso_workspace_id_fkey,
  add constraint session_sso_workspace_id_fkey foreign key (sso_workspace_id) references workspace (id) on delete cascade;

create table sso_connection (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  kind text not null check (kind in ('oidc', 'saml')),
  name text not null check (length(name) between 1 and 100),
  enabled boolean not null default false,
  issuer text not null check (length(issuer) between 1 and 500),   -- OIDC issuer, or SAML entity ID of the identity provider
  entry_point text check (length(entry_point) <= 2000),            -- SAML: where a sign-in begins
  certificates text[] not null default '{}',                       -- SAML: PEM; more than one while the provider changes keys
  client_id text check (length(client_id) between 1 and 500),
  sealed_secret bytea,                                             -- OIDC client secret under the workspace's key, context sso:<id>
  email_claim text check (length(email_claim) between 1 and 300),  -- claim or attribute with the address; null: the usual ones
  groups_claim text check (length(groups_claim) between 1 and 300),
  second_factor text not null default 'stated' check (second_factor in ('stated', 'trusted', 'required')),
  second_factor_values text[] not null default '{}',               -- further acr, amr or AuthnContext values that mean two factors
  max_age_minutes int check (max_age_minutes between 0 and 10080), -- the proof at the provider may be no older
  idp_initiated boolean not null default false,                    -- SAML: a sign-in may begin at the provider, and is then confirmed
  created_at timestamptz not null,
  changed_at timestamptz not null,
  last_used_at timestamptz,
  unique (workspace_id, id),
  check (kind <> 'oidc' or client_id is not null),
  check (kind <> 'saml' or (entry_point is not null and cardinality(certificates) > 0))
);

-- A domain belongs to the one workspace that showed its control over the name's DNS.
create table sso_domain (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  domain text not null check (domain = lower(domain) and length(domain) between 3 and 253),
  domain_hash bytea not null check (length(domain_hash) = 32),
  proof text not null,                     -- value of the TXT record
  created_at timestamptz not null,
  checked_at timestamptz,
  problem text,                            -- what the last check found
  verified_at timestamptz,
  unique (workspace_id, id),
  unique (workspace_id, domain)
);
create unique index sso_domain_owner on sso_domain (domain) where verified_at is not null;

-- A group of the identity provider and the role that it gives. Never owner.
create table sso_rule (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  group_name text not null check (length(group_name) between 1 and 300),
  role text not null check (role in ('admin', 'member', 'readonly')),
  unique (workspace_id, id),
  unique (workspace_id, group_name)
);

-- Who somebody is at a connection. It lets them into this workspace and nowhere else.
create table sso_identity (
  id uuid primary key,
  workspace_id uuid not null,
  connection_id uuid not null,
  issuer text not null check (length(issuer) between 1 and 500),
  subject text not null check (length(subject) between 1 and 500),
  person_id uuid not null references person (id) on delete cascade,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  unique (workspace_id, id),
  unique (connection_id, issuer, subject),
  foreign key (workspace_id, connection_id) references sso_connection (workspace_id, id) on delete cascade
);
create index sso_identity_person on sso_identity (workspace_id, person_id);

-- SHA-256 of what counts once: SAML requests that were answered, assertion ids, nonces, arrivals. It belongs to nobody and tells nothing.
create table sso_seen (
  key bytea primary key check (length(key) = 32),
  expires_at timestamptz not null
);

create table directory_token (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  name text not null check (length(name) between 1 and 100),
  token_hash bytea not null unique check (length(token_hash) = 32),   -- SHA-256; the token is shown once and kept nowhere
  last_four text not null,
  highest_role text not null check (highest_role in ('admin', 'member', 'readonly')),
  created_by uuid references person (id) on delete set null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  unique (workspace_id, id)
);

-- A person as the directory keeps them. What it says of them stays here; it never changes the person's own sign-in. Whether they are active is the membership's to say.
create table directory_user (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  external_id text check (length(external_id) <= 300),
  user_name text not null check (length(user_name) between 1 and 320),
  given_name text check (length(given_name) <= 200),
  family_name text check (length(family_name) <= 200),
  display_name text check (length(display_name) <= 200),
  email text not null check (email = lower(email) and length(email) <= 320),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (workspace_id, id),
  unique (workspace_id, person_id)
);
create unique index directory_user_name on directory_user (workspace_id, lower(user_name));
create index directory_user_external on directory_user (workspace_id, external_id);

create table directory_group (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  external_id text check (length(external_id) <= 300),
  display_name text not null check (length(display_name) between 1 and 300),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (workspace_id, id)
);
create unique index directory_group_name on directory_group (workspace_id, lower(display_name));

create table directory_group_member (
  workspace_id uuid not null,
  group_id uuid not null,
  user_id uuid not null,
  primary key (workspace_id, group_id, user_id),
  foreign key (workspace_id, group_id) references directory_group (workspace_id, id) on delete cascade,
  foreign key (workspace_id, user_id) references directory_user (workspace_id, id) on delete cascade
);
create index directory_group_member_user on directory_group_member (workspace_id, user_id);

do $$ declare name text; begin
  foreach name in array '{sso_connection,sso_domain,sso_rule,sso_identity,directory_token,directory_user,directory_group,directory_group_member}'::text[] loop
    call protect_tenant_table(name::regclass);
  end loop;
end $$;

-- Before a sign-in there is no workspace: a connection's address names it by its id, a mail address by its domain, a directory by its token.
create policy presented on sso_connection for select using (uuid_send(id) = app_presented());
create policy presented on sso_domain for select using (domain_hash = app_presented() and verified_at is not null);
create policy presented on directory_token for select using (token_hash = app_presented());
-- At the door: does this member's workspace ask for single sign-on?
create policy mine on sso_domain for select using (exists (select 1 from membership m where m.workspace_id = sso_domain.workspace_id and m.person_id = app_person()));

alter table sso_seen enable row level security;
alter table sso_seen force row level security;
create policy presented on sso_seen using (key = app_presented()) with check (key = app_presented());
create policy worn_seen on sso_seen for select using (expires_at < now());
create policy worn on sso_seen for delete using (expires_at < now());

-- True when a member has to come by the workspace's own connection: it asks for that, their address is in one of its
-- domains, no connection of it vouched for this session (`vouched`), and they are no break-glass owner.
create function sso_is_missing(workspace uuid, required boolean, exempt boolean, email text, vouched uuid) returns boolean language sql stable as $$
  select case when coalesce(required, false) and not coalesce(exempt, false) and vouched is distinct from workspace
    then exists (select 1 from sso_domain d where d.workspace_id = workspace and d.verified_at is not null and d.domain = split_part(email, '@', 2))
    else false end $$;
