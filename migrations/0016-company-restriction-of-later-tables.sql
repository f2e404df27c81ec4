-- The limit of 0010 for tables that came after it, and what the Team page says of people.

-- A legal hold stands for a company or for one of its documents.
create policy companies on retention_hold as restrictive using ((select app_companies()) is null or company_id = any ((select app_companies())::uuid[])
  or exists (select 1 from received_invoice r where r.workspace_id = retention_hold.workspace_id and r.id = retention_hold.received_invoice_id));

-- Every query names the workspace itself, so that its index serves; the policies check it again. But the planner takes the two for
-- independent, expects a twentieth of the rows where twenty workspaces are, and then sorts what it could have read in order (+138 % for a
-- page of 100,000 received invoices). So each policy is written in a form that the planner expects to be true of nearly every row, with the
-- setting read once per statement and not once per row. It says the same: true is not null; false and unknown are.
create or replace procedure protect_tenant_table(table_name regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format('create policy tenant on %s using ((case when workspace_id = (select app_workspace()) then true end) is not null) with check (workspace_id = app_workspace())', table_name);
end $$;
create or replace procedure restrict_to_companies(table_name regclass, company_column name default 'company_id') language plpgsql as $$
begin
  execute format('create policy companies on %s as restrictive using ((case when (select app_companies()) is null or %I = any ((select app_companies())::uuid[]) then true end) is not null)', table_name, company_column);
end $$;
create or replace procedure restrict_to_parent(table_name regclass, parent regclass, parent_column name) language plpgsql as $$
begin
  execute format('create policy companies on %1$s as restrictive using ((case when (select app_companies()) is null
    or exists (select 1 from %2$s parent where parent.workspace_id = %1$s.workspace_id and parent.id = %1$s.%3$I) then true end) is not null)', table_name, parent, parent_column);
end $$;
do $$ declare one record; begin
  for one in select p.polname as name, p.polrelid::regclass as of, pg_get_expr(p.polqual, p.polrelid) as says, p.polcmd as command, p.polwithcheck is not null as checks
    from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'public'::regnamespace and p.polqual is not null
      and (p.polname like 'companies%' or p.polname = 'tenant' and pg_get_expr(p.polqual, p.polrelid) = '(workspace_id = app_workspace())')
  loop
    if one.name = 'tenant' then
      execute format('alter policy tenant on %s using ((case when workspace_id = (select app_workspace()) then true end) is not null)', one.of);
    else
      execute format('alter policy %I on %s using ((case when %s then true end) is not null)', one.name, one.of, one.says);
    end if;
  end loop;
end $$;

-- A file lies in the store under its workspace's id, and so nowhere else.
alter table file add constraint file_under_its_workspace check (starts_with(store_key, workspace_id::text || '/'));

-- By which second factors a person can prove themselves. The factors are the person's own and hidden from everybody else; that
-- there are some is for the admins of their workspaces to see.
alter table person add column second_factors text[] not null default '{}';
create function note_second_factors() returns trigger language plpgsql as $$
declare whom uuid = coalesce(new.person_id, old.person_id);
begin
  update person set second_factors = array(
    select 'passkey' where exists (select 1 from passkey where person_id = whom)
    union all select 'totp' where exists (select 1 from totp where person_id = whom and confirmed_at is not null)) where id = whom;
  return null;
end $$;
create trigger totp_noted after insert or update of confirmed_at or delete on totp for each row execute function note_second_factors();
create trigger passkey_noted after insert or delete on passkey for each row execute function note_second_factors();
do $$ begin
  alter table person no force row level security; alter table passkey no force row level security; alter table totp no force row level security;
  update person p set second_factors = array(
    select 'passkey' where exists (select 1 from passkey k where k.person_id = p.id)
    union all select 'totp' where exists (select 1 from totp t where t.person_id = p.id and t.confirmed_at is not null));
  alter table person force row level security; alter table passkey force row level security; alter table totp force row level security;
end $$;
