-- Who may see which company. A member or read-only person (a bookkeeper), an invitation for one, or an API key may be
-- limited to some of the workspace's companies. The database enforces it: the transaction names the companies
-- (app.companies), and every table that holds a company's rows has a restrictive policy beside its tenant policy.
--
-- Unset means all companies; an empty list means none. Both forms ask `(select app_companies()) is null` first, which
-- PostgreSQL answers once per statement, so that an unrestricted reader pays nothing per row.

create function app_companies() returns uuid[] language sql stable parallel safe
  as $$ select nullif(current_setting('app.companies', true), '')::uuid[] $$;

-- For a table that names the company in a column.
create procedure restrict_to_companies(table_name regclass, company_column name default 'company_id') language plpgsql as $$
begin
  execute format('create policy companies on %s as restrictive using ((select app_companies()) is null or %I = any ((select app_companies())::uuid[]))', table_name, company_column);
end $$;

-- For a table whose row belongs to another table's row: it is seen, and may be written, when that row is seen.
create procedure restrict_to_parent(table_name regclass, parent regclass, parent_column name) language plpgsql as $$
begin
  execute format('create policy companies on %1$s as restrictive using ((select app_companies()) is null
    or exists (select 1 from %2$s parent where parent.workspace_id = %1$s.workspace_id and parent.id = %1$s.%3$I))', table_name, parent, parent_column);
end $$;

-- ---- Who is limited to what. `all_companies` false with no row below means none: a list that lost its last company
-- does not open everything. Owners and admins always see all.

alter table membership
  add column all_companies boolean not null default true,
  add column last_seen_at timestamptz,
  add check (all_companies or role in ('member', 'readonly'));
alter table invitation
  add column all_companies boolean not null default true,
  add column sent_at timestamptz not null default now(),       -- the newest link; asking again makes a new one
  add check (all_companies or role in ('member', 'readonly'));
alter table api_key
  add column all_companies boolean not null default true,
  add column scopes text[] check (cardinality(scopes) between 1 and 100),      -- null: all that the role may
  add column last_used_ip text,
  add column ended_because text check (ended_because in ('revoked', 'creator_left', 'creator_suspended', 'creator_demoted')),
  add check (all_companies or role in ('member', 'readonly'));
create index api_key_creator on api_key (workspace_id, created_by) where revoked_at is null;

create table membership_company (
  workspace_id uuid not null,
  person_id uuid not null,
  company_id uuid not null,
  primary key (workspace_id, person_id, company_id),
  foreign key (workspace_id, person_id) references membership (workspace_id, person_id) on delete cascade,
  foreign key (workspace_id, company_id) references company (workspace_id, id) on delete cascade
);
create table invitation_company (
  workspace_id uuid not null,
  invitation_id uuid not null,
  company_id uuid not null,
  primary key (workspace_id, invitation_id, company_id),
  foreign key (workspace_id, invitation_id) references invitation (workspace_id, id) on delete cascade,
  foreign key (workspace_id, company_id) references company (workspace_id, id) on delete cascade
);
create table api_key_company (
  workspace_id uuid not null,
  api_key_id uuid not null,
  company_id uuid not null,
  primary key (workspace_id, api_key_id, company_id),
  foreign key (workspace_id, api_key_id) references api_key (workspace_id, id) on delete cascade,
  foreign key (workspace_id, company_id) references company (workspace_id, id) on delete cascade
);
call protect_tenant_table('membership_company');
call protect_tenant_table('invitation_company');
call protect_tenant_table('api_key_company');
-- Who signs in, or presents a key, has no workspace yet: they see the list that limits them, and no other.
create policy mine on membership_company for select using (person_id = app_person());
create policy presented on api_key_company for select using (exists (
  select 1 from api_key k where k.workspace_id = api_key_company.workspace_id and k.id = api_key_company.api_key_id and k.key_hash = app_presented()));

-- ---- Files and exports say whose they are.

-- Row security is forced, so the schema's owner sees no rows either; what is there already is filled in with the force lifted.
do $$ declare name text; begin
  foreach name in array '{company,file,received_invoice,received_page,invoice,proposal,proposal_version,proposal_answer,export,export_document}'::text[] loop
    execute format('alter table %I no force row level security', name);
  end loop;
end $$;

-- The company whose document (or logo) the bytes are; null for an export over several companies, which export.companies tells.
alter table file add column company_id uuid;
alter table file add foreign key (workspace_id, company_id) references company (workspace_id, id);
update file f set company_id = r.company_id from received_invoice r where r.workspace_id = f.workspace_id and r.file_id = f.id;
update file f set company_id = r.company_id from received_page p join received_invoice r on r.workspace_id = p.workspace_id and r.id = p.received_invoice_id
  where p.workspace_id = f.workspace_id and p.file_id = f.id;
update file f set company_id = i.company_id from invoice i where i.workspace_id = f.workspace_id and i.pdf_file_id = f.id;
update file f set company_id = p.company_id from proposal_version v join proposal p on p.workspace_id = v.workspace_id and p.id = v.proposal_id
  where v.workspace_id = f.workspace_id and (v.pdf_file_id = f.id or v.logo_file_id = f.id);
update file f set company_id = p.company_id from proposal_answer a join proposal p on p.workspace_id = a.workspace_id and p.id = a.proposal_id
  where a.workspace_id = f.workspace_id and a.pdf_file_id = f.id;
update file f set company_id = c.id from company c where c.workspace_id = f.workspace_id and c.logo_file_id = f.id;

-- The companies whose documents an export holds. Its job runs under them, so that a document which moves away meanwhile is
-- left out; and somebody limited to companies sees the exports that hold nothing else.
alter table export add column companies uuid[];
update export e set companies = (select coalesce(array_agg(distinct r.company_id), '{}') from export_document d
  join received_invoice r on r.workspace_id = d.workspace_id and r.id = d.received_invoice_id where d.workspace_id = e.workspace_id and d.export_id = e.id);
alter table export alter column companies set not null;
update file f set company_id = e.companies[1] from export e where e.workspace_id = f.workspace_id and e.file_id = f.id and cardinality(e.companies) = 1;
create index export_file on export (workspace_id, file_id) where file_id is not null;

do $$ declare name text; begin
  foreach name in array '{company,file,received_invoice,received_page,invoice,proposal,proposal_version,proposal_answer,export,export_document}'::text[] loop
    execute format('alter table %I force row level security', name);
  end loop;
end $$;

-- The same bytes twice are one document of a company. Across the workspace it would tell somebody who is limited to one
-- company what another has received.
alter table received_invoice drop constraint received_invoice_workspace_id_sha256_key;
alter table received_invoice add constraint received_invoice_bytes unique (workspace_id, sha256, company_id);

-- A repeat of a request is answered only to who made the first.
alter table idempotency_key add column actor text not null default '';
alter table idempotency_key drop constraint idempotency_key_pkey;
alter table idempotency_key add primary key (workspace_id, actor, key);

-- ---- Every table of a company's rows.

call restrict_to_companies('company', 'id');
call restrict_to_companies('membership_company');
call restrict_to_companies('invitation_company');
call restrict_to_companies('api_key_company');

call restrict_to_companies('number_series');
call restrict_to_parent('number_counter', 'number_series', 'series_id');
call restrict_to_companies('party');
call restrict_to_parent('party_bank_account', 'party', 'party_id');
call restrict_to_companies('item');

call restrict_to_companies('received_invoice');
call restrict_to_parent('received_answer', 'received_invoice', 'received_invoice_id');
call restrict_to_parent('received_page', 'received_invoice', 'received_invoice_id');
call restrict_to_parent('pending_reading', 'received_invoice', 'received_invoice_id');

call restrict_to_companies('invoice');
call restrict_to_parent('invoice_line', 'invoice', 'invoice_id');
call restrict_to_parent('invoice_tax', 'invoice', 'invoice_id');
call restrict_to_companies('payment');
call restrict_to_companies('ledger_entry');
call restrict_to_companies('proposal');
call restrict_to_parent('proposal_version', 'proposal', 'proposal_id');
call restrict_to_parent('proposal_link', 'proposal', 'proposal_id');
call restrict_to_parent('proposal_answer', 'proposal', 'proposal_id');
call restrict_to_companies('delivery');

create policy companies on export as restrictive using ((select app_companies()) is null or companies <@ (select app_companies())::uuid[]);
call restrict_to_parent('export_document', 'export', 'export_id');

-- A file is written before the row that names it, so one without a company may be added; it is read through its export.
create policy companies on file as restrictive for select using ((select app_companies()) is null or company_id = any ((select app_companies())::uuid[])
  or (company_id is null and exists (select 1 from export e where e.workspace_id = file.workspace_id and e.file_id = file.id)));
create policy companies_insert on file as restrictive for insert with check ((select app_companies()) is null or company_id is null or company_id = any ((select app_companies())::uuid[]));
create policy companies_update on file as restrictive for update using ((select app_companies()) is null or company_id = any ((select app_companies())::uuid[]));
create policy companies_delete on file as restrictive for delete using ((select app_companies()) is null or company_id = any ((select app_companies())::uuid[]));

-- A mail is written before the delivery that names it; somebody limited to companies reads and changes only mail that
-- delivers a document of theirs, and never the workspace's own (invitations).
create policy companies on mail as restrictive for select using ((select app_companies()) is null
  or exists (select 1 from delivery d where d.workspace_id = mail.workspace_id and d.mail_id = mail.id));
create policy companies_update on mail as restrictive for update using ((select app_companies()) is null
  or exists (select 1 from delivery d where d.workspace_id = mail.workspace_id and d.mail_id = mail.id));
create policy companies_delete on mail as restrictive for delete using ((select app_companies()) is null
  or exists (select 1 from delivery d where d.workspace_id = mail.workspace_id and d.mail_id = mail.id));

-- What happened is always written down, also what somebody tried with a company that they may not see; it is read by those who see the company.
create policy companies on event as restrictive for select using ((select app_companies()) is null or company_id = any ((select app_companies())::uuid[]));

-- The workspace's own, which hold no company's books (test/tenancy.test.ts keeps this list): workspace, membership, person, invitation and api_key (read by
-- admins, who see all companies), event_head (a counter and a hash), idempotency_key (each actor's own answers), sample_fill and
-- sample_step (which steps of the sample data are done).
