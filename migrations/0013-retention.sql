-- File retention: how long originals of received documents are kept, legal holds, the runs that delete, and what is known
-- of the clock by which they go.

-- What retention says of a stored file. "deleting" is the point of no return: from then on the object may be gone from the
-- store. "deleted" is written with the audit event, once the store holds nothing of it; the data key goes with it.
alter table file
  add column deleting_at timestamptz,
  add column deleted_at timestamptz,
  add column deleted_by_rule text check (deleted_by_rule in ('1_year', '3_years', '7_years')),
  add column deleted_in_run uuid,
  add check (deleting_at is null or (deleted_by_rule is not null and deleted_in_run is not null)),
  add check (deleted_at is null or (deleting_at is not null and length(wrapped_key) = 0));
create index file_deleting on file (workspace_id) where deleting_at is not null and deleted_at is null;
create index file_deleted on file (workspace_id, deleted_at desc, id desc) where deleted_at is not null;

-- From a file to what it is the file of; also what a deleted row of a page's file is looked for in.
create index received_invoice_file on received_invoice (workspace_id, file_id);
create index received_page_file on received_page (workspace_id, file_id);
create index invoice_pdf_file on invoice (workspace_id, pdf_file_id) where pdf_file_id is not null;
create index proposal_version_pdf_file on proposal_version (workspace_id, pdf_file_id) where pdf_file_id is not null;
create index proposal_version_logo_file on proposal_version (workspace_id, logo_file_id) where logo_file_id is not null;
create index proposal_answer_pdf_file on proposal_answer (workspace_id, pdf_file_id) where pdf_file_id is not null;

-- A deletion is never taken back, and what remains of a deleted file never changes, whichever company its document is moved to.
create function keep_deleted_file() returns trigger language plpgsql as $$
begin
  if (old.deleted_at is not null and to_jsonb(old) - 'company_id' is distinct from to_jsonb(new) - 'company_id') or (old.deleting_at is not null and (new.deleting_at, new.deleted_by_rule, new.deleted_in_run) is distinct from (old.deleting_at, old.deleted_by_rule, old.deleted_in_run)) then
    raise exception 'a file whose deletion has begun cannot come back' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger file_keep_deleted before update on file for each row execute function keep_deleted_file();

-- When a file that came at an instant is due: whole calendar years later, counted in UTC. The 29th of February ends on the
-- 1st of March, never earlier. Null: never.
-- One expression, so that PostgreSQL can put it in place of the call.
create function retention_due_at(came timestamptz, keep text) returns timestamptz language sql immutable parallel safe as $$
  select ((came at time zone 'UTC') + make_interval(years => case keep when '1_year' then 1 when '3_years' then 3 when '7_years' then 7 end)
    + case when extract(day from came at time zone 'UTC') = extract(day from (came at time zone 'UTC') + make_interval(years => case keep when '1_year' then 1 when '3_years' then 3 when '7_years' then 7 end))
      then interval '0' else interval '1 day' end) at time zone 'UTC' $$;

-- The next run at or after an instant: two in the morning in a time zone, when nobody works.
create function retention_run_after(at timestamptz, zone text) returns timestamptz language sql stable parallel safe as $$
  select min(run) from (select ((date_trunc('day', at at time zone zone) + make_interval(days => day, hours => 2)) at time zone zone) as run from generate_series(0, 2) day) t where run >= at $$;

-- The workspace's choice. No row: 7 years. A shorter choice waits here for a week.
create table retention_setting (
  workspace_id uuid primary key references workspace (id) on delete cascade,
  keep text not null default '7_years' check (keep in ('1_year', '3_years', '7_years', 'permanent')),
  changed_at timestamptz,
  changed_by text,
  pending_keep text check (pending_keep in ('1_year', '3_years', '7_years')),
  pending_asked_at timestamptz,
  pending_asked_by text,
  pending_from timestamptz,            -- not before
  check (num_nulls(pending_keep, pending_asked_at, pending_from) in (0, 3)),
  check (pending_from >= pending_asked_at + interval '7 days')
);

-- Legal holds: what is held is not deleted. Each is for one document or one company; several may stand at once.
create table retention_hold (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  received_invoice_id uuid,
  company_id uuid,
  reason text not null check (length(reason) between 1 and 500),
  placed_at timestamptz not null,
  placed_by text not null,
  lifted_at timestamptz,
  lifted_by text,
  lift_reason text check (length(lift_reason) between 1 and 500),
  check ((received_invoice_id is null) <> (company_id is null)),
  check (num_nulls(lifted_at, lifted_by, lift_reason) in (0, 3)),
  unique (workspace_id, id),
  foreign key (workspace_id, received_invoice_id) references received_invoice (workspace_id, id),
  foreign key (workspace_id, company_id) references company (workspace_id, id)
);
create index retention_hold_open_document on retention_hold (workspace_id, received_invoice_id) where lifted_at is null and received_invoice_id is not null;
create index retention_hold_open_company on retention_hold (workspace_id, company_id) where lifted_at is null and company_id is not null;
create index retention_hold_newest on retention_hold (workspace_id, placed_at desc, id desc);

-- A hold is only ever lifted, once.
create function keep_retention_hold() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.lifted_at is not null or new.lifted_at is null
     or to_jsonb(old) - array['lifted_at', 'lifted_by', 'lift_reason'] is distinct from to_jsonb(new) - array['lifted_at', 'lifted_by', 'lift_reason'] then
    raise exception 'a legal hold cannot change; lift it and place another' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger retention_hold_keep before update or delete on retention_hold for each row execute function keep_retention_hold();

-- One row for each run of a workspace. A run that was killed is taken up again under its own row.
create table retention_run (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  seq bigint generated always as identity,
  state text not null check (state in ('running', 'finished', 'refused')),
  keep text not null check (keep in ('1_year', '3_years', '7_years', 'permanent')),
  as_of timestamptz not null,          -- the instant by which files were due
  started_at timestamptz not null,
  finished_at timestamptz,
  resumed int not null default 0,      -- how often it was taken up again
  held int not null default 0,         -- due, and kept by a legal hold
  deleted int not null default 0,      -- originals
  deleted_bytes bigint not null default 0,
  derived int not null default 0,      -- page images and page words
  bundles int not null default 0,      -- exports that held one of the originals
  errors int not null default 0,
  last_error text,
  refused_because text,
  refusals int not null default 0,
  check ((state = 'running') = (finished_at is null)),
  check ((state = 'refused') = (refused_because is not null)),
  unique (workspace_id, id)
);
create index retention_run_newest on retention_run (workspace_id, seq desc);

-- When each workspace's next run is.
create table retention_schedule (
  workspace_id uuid primary key references workspace (id) on delete cascade,
  next_run_at timestamptz not null default now(),
  last_run_at timestamptz
);
create index retention_schedule_next on retention_schedule (next_run_at);

alter table workspace no force row level security;
insert into retention_schedule (workspace_id) select id from workspace;
alter table workspace force row level security;
create function schedule_retention() returns trigger language plpgsql as $$
begin
  insert into retention_schedule (workspace_id) values (new.id);
  return new;
end $$;
create trigger workspace_schedule_retention after insert on workspace for each row execute function schedule_retention();

call protect_tenant_table('retention_setting');
call protect_tenant_table('retention_hold');
call protect_tenant_table('retention_run');
call protect_tenant_table('retention_schedule');
-- The sweep serves all tenants and so acts for none: without any identity it sees which workspaces are due, and changes nothing.
create policy sweep on retention_schedule for select using (app_workspace() is null and app_person() is null and app_presented() is null);
revoke delete, truncate on retention_hold, retention_run from counterfoil_app;

-- What the installation knows of its clock: an instant that was accepted, and how much time a running process has watched
-- pass since. It belongs to no tenant; everybody may read it, only the worker's sweep and the operator write it.
create table clock_watch (
  only_one boolean primary key default true check (only_one),
  known_at timestamptz not null,
  witnessed_ms bigint not null default 0 check (witnessed_ms >= 0),
  seen_at timestamptz not null,        -- the database's time at the last look
  writer uuid not null,                -- the process that looks
  doubt text check (doubt in ('not_watched', 'jumped_ahead', 'went_back')),
  doubted_at timestamptz,
  gap_ms bigint,                       -- time that nobody watched; negative: the clock is behind what was watched
  steady_ms bigint not null default 0, -- watched since the doubt
  confirmed_at timestamptz,
  confirmed_by text,
  check ((doubt is null) = (doubted_at is null))
);
alter table clock_watch enable row level security;
alter table clock_watch force row level security;
create policy look on clock_watch for select using (true);
create policy watch on clock_watch using (app_workspace() is null and app_person() is null and app_presented() is null)
  with check (app_workspace() is null and app_person() is null and app_presented() is null);
revoke delete, truncate on clock_watch from counterfoil_app;
