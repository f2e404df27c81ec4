-- The operator: a console that counts and never reads, and access to one workspace's books only by its owner's grant.
--
-- The console logs in as the application does, so a tenant's rows are as invisible to it as to anybody without a workspace.
-- What it may know comes out of the functions below and out of nothing else: numbers, ids, states and instants. They run as
-- the schema's owner, for whom the policies named "console" open the rows, and only where another login called them: the
-- owner's own login sees nothing by it.

do $$
declare counted text;
begin
  foreach counted in array array['workspace', 'person', 'credential', 'membership', 'session', 'api_key', 'file', 'mail', 'event_head', 'company', 'received_invoice', 'invoice', 'proposal', 'totp'] loop
    execute format('create policy console on %I for select to counterfoil_owner using (session_user <> current_user)', counted);
  end loop;
end $$;

-- What there is, over all workspaces.
create function console_counts() returns table (what text, count bigint) language sql stable security definer
  set search_path to public as $$
  select 'workspaces', count(*) from workspace
  union all select 'people', count(*) from person
  union all select 'sessions', count(*) from session where revoked_at is null and expires_at > now()
  union all select 'api keys', count(*) from api_key where revoked_at is null and (expires_at is null or expires_at > now())
  union all select 'companies', count(*) from company
  union all select 'received invoices', count(*) from received_invoice
  union all select 'invoices', count(*) from invoice
  union all select 'proposals', count(*) from proposal
  union all select 'files', count(*) from file
  union all select 'file bytes', coalesce(sum(size_bytes), 0)::bigint from file
  union all select 'events', coalesce(sum(seq), 0)::bigint from event_head
  union all select 'mails waiting', count(*) from mail where state in ('queued', 'sending')
  union all select 'mails failed', count(*) from mail where state in ('failed', 'unknown') and created_at > now() - interval '7 days'
  union all select 'documents waiting to be read', count(*) from received_invoice where reading_state in ('waiting', 'reading')
$$;

-- One line per workspace, by id. No names.
create function console_workspaces(after_id uuid, page int) returns table (
  id uuid, kind text, created_at timestamptz, key_id text, people bigint, owners bigint, companies bigint,
  received bigint, invoices bigint, proposals bigint, files bigint, file_bytes bigint, events bigint) language sql stable security definer
  set search_path to public as $$
  select w.id, w.kind, w.created_at, w.key_id,
    (select count(*) from membership m where m.workspace_id = w.id), (select count(*) from membership m where m.workspace_id = w.id and m.role = 'owner'),
    (select count(*) from company c where c.workspace_id = w.id), (select count(*) from received_invoice r where r.workspace_id = w.id),
    (select count(*) from invoice i where i.workspace_id = w.id), (select count(*) from proposal p where p.workspace_id = w.id),
    (select count(*) from file f where f.workspace_id = w.id), (select coalesce(sum(f.size_bytes), 0)::bigint from file f where f.workspace_id = w.id),
    coalesce((select h.seq from event_head h where h.workspace_id = w.id), 0)
  from workspace w where after_id is null or w.id > after_id order by w.id limit least(page, 1000)
$$;

-- People with an open session, by id: "sign everybody out" goes through them one by one.
create function console_signed_in(after_id uuid, page int) returns table (person_id uuid, sessions bigint) language sql stable security definer
  set search_path to public as $$
  select s.person_id, count(*) from session s
  where s.revoked_at is null and s.expires_at > now() and (after_id is null or s.person_id > after_id)
  group by s.person_id order by s.person_id limit least(page, 1000)
$$;

-- What each master key still seals.
create function console_keys() returns table (key_id text, seals text, count bigint) language sql stable security definer
  set search_path to public as $$
  select w.key_id, 'workspace keys', count(*) from workspace w group by w.key_id
  union all select c.pepper_key_id, 'long passwords', count(*) from credential c where c.pepper_key_id is not null group by c.pepper_key_id
  union all select k, 'authenticator secrets', count(*) from totp t cross join unnest(array[t.key_id, t.next_key_id]) k where k is not null group by k
$$;

-- People whose authenticator secret lies under another master key than the given one.
create function console_totp_not_under(current_key text, after_id uuid, page int) returns table (person_id uuid) language sql stable security definer
  set search_path to public as $$
  select t.person_id from totp t where (t.key_id <> current_key or t.next_key_id <> current_key) and (after_id is null or t.person_id > after_id) order by t.person_id limit least(page, 1000)
$$;

do $$
declare door text;
begin
  foreach door in array array['console_counts()', 'console_workspaces(uuid, int)', 'console_signed_in(uuid, int)', 'console_keys()', 'console_totp_not_under(text, uuid, int)'] loop
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to counterfoil_app', door);
  end loop;
end $$;

-- Which migrations ran is nobody's secret.
grant select on schema_migration to counterfoil_app;

-- An owner's permission for the operator to look into this workspace: what, why, until when. The code that opens it is kept as
-- its hash only.
create table operator_access (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  code_hash bytea not null unique check (length(code_hash) = 32),
  reason text not null check (length(reason) between 3 and 500),
  reads text[] not null check (cardinality(reads) > 0 and reads <@ array['received_invoices', 'invoices', 'proposals', 'parties', 'payments', 'activity']),
  granted_by uuid references person (id) on delete set null,
  granted_by_name text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at and expires_at <= created_at + interval '72 hours'),
  ended_at timestamptz,
  ended_by_name text,
  uses int not null default 0,
  last_used_at timestamptz,
  unique (workspace_id, id)
);
create index operator_access_newest on operator_access (workspace_id, created_at desc);
call protect_tenant_table('operator_access');
