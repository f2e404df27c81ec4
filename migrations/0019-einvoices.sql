-- E-invoices: under which address networks know a company and its customers, which form a customer wants, what was
-- frozen as e-invoice, and how a sending through an access point went.

alter table company
  add column contact_name text check (length(contact_name) <= 200),                                   -- BT-41: whom buyers ask about an invoice
  add column electronic_address text check (electronic_address ~ '^[0-9A-Z]{2,4}:.{1,200}$');         -- BT-34, scheme and identifier
alter table party
  add column electronic_address text check (electronic_address ~ '^[0-9A-Z]{2,4}:.{1,200}$'),         -- BT-49
  add column einvoice_format text not null default 'auto' check (einvoice_format in ('auto', 'none', 'facturx', 'xrechnung', 'peppol'));
alter table invoice
  add column einvoice_format text check (einvoice_format in ('auto', 'none', 'facturx', 'xrechnung', 'peppol')),  -- null: the customer's
  -- The e-invoice that stands alone (XRechnung, Peppol). Set once, as the PDF.
  add column xml_file_id uuid,
  add column xml_sha256 bytea check (length(xml_sha256) = 32),
  add foreign key (workspace_id, xml_file_id) references file (workspace_id, id);

create or replace function keep_issued_invoice() returns trigger language plpgsql as $$
declare
  free constant text[] := array['internal_note', 'tags', 'version', 'updated_at', 'paid_minor', 'credited_minor', 'written_off_minor', 'credit_noted_minor', 'open_minor', 'sort_date',
                                'pdf_file_id', 'pdf_sha256', 'xml_file_id', 'xml_sha256', 'voided_at', 'void_reason'];
begin
  if old.issued_at is null then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' then
    raise exception 'an issued document cannot be deleted: %', old.number using errcode = 'integrity_constraint_violation';
  end if;
  if to_jsonb(old) - free is distinct from to_jsonb(new) - free
     or (old.pdf_file_id is not null and (new.pdf_file_id is distinct from old.pdf_file_id or new.pdf_sha256 is distinct from old.pdf_sha256))
     or (old.xml_file_id is not null and (new.xml_file_id is distinct from old.xml_file_id or new.xml_sha256 is distinct from old.xml_sha256))
     or (old.voided_at is not null and (new.voided_at is distinct from old.voided_at or new.void_reason is distinct from old.void_reason)) then
    raise exception 'an issued document cannot change: %', old.number using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

-- The access point that a workspace sends through: one, of the operator's or a provider's choice.
create table access_point (
  workspace_id uuid primary key references workspace (id) on delete cascade,
  url text not null check (length(url) between 8 and 500),
  sealed_key bytea not null,           -- under the workspace's key
  key_last_four text not null,
  changed_at timestamptz not null,
  changed_by text not null
);
call protect_tenant_table('access_point');

create table transmission (
  id uuid primary key,                 -- also the key by which the access point knows a second try
  workspace_id uuid not null references workspace (id) on delete cascade,
  company_id uuid not null,
  invoice_id uuid not null,
  sender text not null,                -- electronic addresses, as they were
  receiver text not null,
  document_type text not null,         -- BT-24 of what is sent
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'delivered', 'rejected', 'failed')),
  remote_id text check (length(remote_id) <= 200),                   -- the access point's name for it
  detail text check (length(detail) <= 1000),                        -- what it said, for people
  tries int not null default 0,
  requested_by text not null,
  requested_at timestamptz not null,
  sent_at timestamptz,
  ended_at timestamptz,                -- delivered, rejected or failed
  next_look_at timestamptz,            -- when the access point is asked again how it went
  unique (workspace_id, id),
  foreign key (workspace_id, company_id) references company (workspace_id, id),
  foreign key (workspace_id, invoice_id) references invoice (workspace_id, id)
);
create index transmission_of_invoice on transmission (workspace_id, invoice_id, requested_at desc);
create index transmission_to_look_at on transmission (next_look_at) where next_look_at is not null;
call protect_tenant_table('transmission');
create policy companies on transmission as restrictive using ((select app_companies()) is null or company_id = any ((select app_companies())::uuid[]));
-- The sweep serves all tenants and so acts for none: without any identity it sees which are due, and changes nothing.
create policy sweep on transmission for select using (app_workspace() is null and app_person() is null and app_presented() is null);
