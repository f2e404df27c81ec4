-- Exports that are made by themselves: each person's own, every week or month, of all companies that they see or of one.

create table export_schedule (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  person_id uuid not null,             -- who set it up; it sees what they see, and ends with their membership
  company_id uuid,                     -- null: all companies that the person sees
  every text not null check (every in ('week', 'month')),
  day int not null check (day between 1 and case every when 'week' then 7 else 28 end),  -- 1 is Monday, or the first of the month
  format text not null check (format in ('csv', 'csv_lines', 'xlsx', 'json')),
  time_zone text not null,             -- it is made at four in the morning there
  next_on date not null,
  last_made_for date,                  -- the day that was served last, so that no day is served twice
  last_at timestamptz,
  last_outcome text check (last_outcome in ('made', 'nothing', 'refused')),
  last_export_id uuid,
  unique (workspace_id, id),
  unique (workspace_id, person_id),
  foreign key (workspace_id, person_id) references membership (workspace_id, person_id) on delete cascade,
  foreign key (workspace_id, company_id) references company (workspace_id, id),
  foreign key (workspace_id, last_export_id) references export (workspace_id, id) on delete set null (last_export_id),
  check (last_made_for < next_on)
);
create index export_schedule_next on export_schedule (next_on);

call protect_tenant_table('export_schedule');
-- Somebody limited to companies sees schedules of all companies (which name none) and of theirs, and can always end their own.
create policy companies on export_schedule as restrictive using ((select app_companies()) is null or company_id is null or company_id = any ((select app_companies())::uuid[]) or person_id = app_person());
-- The sweep serves all tenants and so acts for none: without any identity it sees which schedules are due, and changes nothing.
create policy sweep on export_schedule for select using (app_workspace() is null and app_person() is null and app_presented() is null);
