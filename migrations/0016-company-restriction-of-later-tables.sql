-- The limit of 0010 for tables that came after it, and what the Team page says of people.

-- A legal hold stands for a company or for one of its documents.
create policy companies on retention_hold as restrictive using ((select app_companies()) is null or company_id = any ((select app_companies())::uuid[])
  or exists (select 1 from received_invoice r where r.workspace_id = retention_hold.workspace_id and r.id = retention_hold.received_invoice_id));

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
