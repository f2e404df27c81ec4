-- Which outside services this installation has used, and since when: the history that the Trust page shows. It belongs to no
-- tenant and is public by purpose, so everybody may read it. Append-only: what was used in March cannot be unsaid in April.
create table service_change (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  service text not null check (length(service) between 1 and 60),
  change text not null check (change in ('added', 'changed', 'removed')),
  vendor text not null,
  role text not null,
  region text not null,
  fingerprint text not null            -- of what the page says of the service, to notice a change
);
create index service_change_newest on service_change (at desc, id desc);
alter table service_change enable row level security;
alter table service_change force row level security;
create policy everybody_reads on service_change for select using (true);
create policy nobodys_tenant on service_change for insert with check (app_workspace() is null and app_person() is null);
revoke update, delete, truncate on service_change from counterfoil_app;
create trigger service_change_append_only before update or delete on service_change for each row execute function refuse_change();
create trigger service_change_no_truncate before truncate on service_change for each statement execute function refuse_change();
