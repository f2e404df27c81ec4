-- The billing half: mail deliveries, invoices and credit notes, the ledger of money, proposals and their acceptance.

-- A document handed to a party by mail. While its PDF is being made there is no mail yet ("waiting").
create table delivery (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  company_id uuid not null,
  subject_kind text not null check (subject_kind in ('invoice', 'proposal')),
  subject_id uuid not null,
  recipient text not null,
  recipient_name text,
  mail_id uuid,
  draft jsonb,                         -- the mail as it will be queued, until the document is there
  seq bigint generated always as identity,
  created_at timestamptz not null default now(),
  check (mail_id is not null or draft is not null),
  unique (workspace_id, id),
  foreign key (workspace_id, company_id) references company (workspace_id, id),
  foreign key (workspace_id, mail_id) references mail (workspace_id, id)
);
create index delivery_of on delivery (workspace_id, subject_id, seq desc);
create index delivery_mail on delivery (workspace_id, mail_id);

-- Invoices and credit notes. A draft is an ordinary row; issuing fills the frozen columns, and from then on a trigger
-- holds everything that the document says.
create table invoice (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  seq bigint generated always as identity,
  kind text not null check (kind in ('invoice', 'credit_note')),
  company_id uuid not null,
  customer_id uuid,
  series_id uuid,
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  locale text,
  issue_date date,
  due_date date,
  terms_days int check (terms_days between 0 and 365),
  delivery_date date,
  period_start date, period_end date,
  title text, purchase_order text, buyer_reference text, contract_reference text,
  intro text, note text,
  prices text not null default 'net' check (prices in ('net', 'inclusive')),
  tax_rounding text not null default 'document' check (tax_rounding in ('document', 'line')),
  template text check (template in ('ledger', 'letter')),
  paper text check (paper in ('a4', 'us-letter')),
  changes jsonb not null default '[]',           -- allowances and charges on the whole document
  credits_invoice_id uuid,
  credit_reason text,
  proposal_id uuid,
  -- Totals in minor units: of a draft as last saved, of an issued document for ever.
  net_minor bigint not null default 0,
  tax_minor bigint not null default 0,
  total_minor bigint not null default 0,
  -- Frozen at issue.
  number text,
  period text,
  counter bigint,
  snapshot jsonb,
  snapshot_hash bytea check (length(snapshot_hash) = 32),
  issued_at timestamptz,
  issued_by text,
  -- Set once.
  pdf_file_id uuid,
  pdf_sha256 bytea,
  voided_at timestamptz,
  void_reason text,
  -- Folded from the ledger under the row's lock. Of a credit note, paid_minor is what of it was used.
  paid_minor bigint not null default 0 check (paid_minor >= 0),
  credited_minor bigint not null default 0 check (credited_minor >= 0),
  written_off_minor bigint not null default 0 check (written_off_minor >= 0),
  credit_noted_minor bigint not null default 0 check (credit_noted_minor >= 0),   -- sum of its credit notes, used on it or not
  open_minor bigint generated always as (case when voided_at is null then total_minor - paid_minor - credited_minor - written_off_minor else 0 end) stored,
  -- Free for ever.
  internal_note text,
  tags text[] not null default '{}',
  version int not null default 1,
  sort_date date generated always as (case when issued_at is null then date '9999-12-31' else issue_date end) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (issued_at is null or (number is not null and issue_date is not null and snapshot is not null and snapshot_hash is not null and customer_id is not null
                               and series_id is not null and period is not null and counter is not null and total_minor >= 0)),
  check (issued_at is null or (paid_minor + credited_minor + written_off_minor <= total_minor and credit_noted_minor <= total_minor)),
  check (issued_at is not null or (number is null and voided_at is null and paid_minor = 0 and credited_minor = 0 and written_off_minor = 0 and credit_noted_minor = 0)),
  check (period_start is null or period_end is null or period_start <= period_end),
  unique (workspace_id, id),
  unique (workspace_id, company_id, series_id, number),
  unique (workspace_id, series_id, period, counter),
  foreign key (workspace_id, company_id) references company (workspace_id, id),
  foreign key (workspace_id, company_id, customer_id) references party (workspace_id, company_id, id),
  foreign key (workspace_id, series_id) references number_series (workspace_id, id),
  foreign key (workspace_id, credits_invoice_id) references invoice (workspace_id, id),
  foreign key (workspace_id, pdf_file_id) references file (workspace_id, id)
);
create index invoice_newest on invoice (workspace_id, sort_date desc, seq desc);
create index invoice_customer on invoice (workspace_id, customer_id, sort_date desc, seq desc);
create index invoice_open on invoice (workspace_id, company_id, due_date) where issued_at is not null and open_minor > 0;
create index invoice_credits on invoice (workspace_id, credits_invoice_id) where credits_invoice_id is not null;
create index invoice_proposal on invoice (workspace_id, proposal_id) where proposal_id is not null;
create unique index invoice_number on invoice (workspace_id, company_id, kind, number) where number is not null;

create table invoice_line (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  invoice_id uuid not null,
  position int not null,
  item_id uuid,
  group_title text,
  name text not null,
  description text,
  quantity numeric not null,
  unit text not null,
  unit_price numeric not null,
  discount jsonb,
  vat_category text not null,
  vat_rate numeric not null,
  exemption_reason text,
  amount_minor bigint not null,        -- in the prices of the document
  net_minor bigint not null,
  proposal_line_id uuid,
  credits_line_id uuid,                -- credit notes: the line of the invoice
  credits_quantity numeric,            -- and how much of it, when it was asked by quantity
  unique (workspace_id, id),
  unique (workspace_id, invoice_id, position),
  foreign key (workspace_id, invoice_id) references invoice (workspace_id, id) on delete cascade,
  foreign key (workspace_id, item_id) references item (workspace_id, id),
  foreign key (workspace_id, credits_line_id) references invoice_line (workspace_id, id)
);
create index invoice_line_credits on invoice_line (workspace_id, credits_line_id) where credits_line_id is not null;
create index invoice_line_proposal on invoice_line (workspace_id, proposal_line_id) where proposal_line_id is not null;

-- VAT breakdown of issued documents, one row per category and rate: what VAT reports add up.
create table invoice_tax (
  workspace_id uuid not null references workspace (id) on delete cascade,
  invoice_id uuid not null,
  position int not null,
  vat_category text not null,
  vat_rate numeric not null,
  base_minor bigint not null,
  tax_minor bigint not null,
  lines_minor bigint not null,         -- net of the lines of this row, before document allowances and charges
  reason text,
  primary key (workspace_id, invoice_id, position),
  foreign key (workspace_id, invoice_id) references invoice (workspace_id, id)
);

-- What was issued never changes, by no path of the program: the only columns that may still move are named here.
create function keep_issued_invoice() returns trigger language plpgsql as $$
declare
  free constant text[] := array['internal_note', 'tags', 'version', 'updated_at', 'paid_minor', 'credited_minor', 'written_off_minor', 'credit_noted_minor', 'open_minor', 'sort_date',
                                'pdf_file_id', 'pdf_sha256', 'voided_at', 'void_reason'];
begin
  if old.issued_at is null then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'DELETE' then
    raise exception 'an issued document cannot be deleted: %', old.number using errcode = 'integrity_constraint_violation';
  end if;
  if to_jsonb(old) - free is distinct from to_jsonb(new) - free
     or (old.pdf_file_id is not null and (new.pdf_file_id is distinct from old.pdf_file_id or new.pdf_sha256 is distinct from old.pdf_sha256))
     or (old.voided_at is not null and (new.voided_at is distinct from old.voided_at or new.void_reason is distinct from old.void_reason)) then
    raise exception 'an issued document cannot change: %', old.number using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger invoice_keep_issued before update or delete on invoice for each row execute function keep_issued_invoice();
create trigger invoice_no_truncate before truncate on invoice for each statement execute function refuse_change();

create function keep_issued_line() returns trigger language plpgsql as $$
begin
  if tg_op in ('UPDATE', 'DELETE') and exists (select 1 from invoice i where i.workspace_id = old.workspace_id and i.id = old.invoice_id and i.issued_at is not null) then
    raise exception 'a line of an issued document cannot change' using errcode = 'integrity_constraint_violation';
  end if;
  if tg_op in ('UPDATE', 'INSERT') and exists (select 1 from invoice i where i.workspace_id = new.workspace_id and i.id = new.invoice_id and i.issued_at is not null) then
    raise exception 'an issued document takes no further lines' using errcode = 'integrity_constraint_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger invoice_line_keep_issued before insert or update or delete on invoice_line for each row execute function keep_issued_line();
create trigger invoice_line_no_truncate before truncate on invoice_line for each statement execute function refuse_change();
create trigger invoice_tax_keep before update or delete on invoice_tax for each row execute function refuse_change();
create trigger invoice_tax_no_truncate before truncate on invoice_tax for each statement execute function refuse_change();

-- Money that arrived. Facts are frozen; the three sums are folded from the ledger under the row's lock.
create table payment (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  seq bigint generated always as identity,
  company_id uuid not null,
  customer_id uuid not null,
  received_on date not null,
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  amount_minor bigint not null check (amount_minor > 0),
  method text not null check (method in ('transfer', 'card', 'cash', 'direct_debit', 'cheque', 'other')),
  reference text,
  note text,
  provider text,
  provider_payment_id text,
  created_at timestamptz not null default now(),
  allocated_minor bigint not null default 0 check (allocated_minor >= 0),
  refunded_minor bigint not null default 0 check (refunded_minor >= 0),
  reversed_at timestamptz,
  left_minor bigint generated always as (case when reversed_at is null then amount_minor - allocated_minor - refunded_minor else 0 end) stored,
  check (allocated_minor + refunded_minor <= amount_minor),
  check (reversed_at is null or allocated_minor = 0),
  check ((provider is null) = (provider_payment_id is null)),
  unique (workspace_id, id),
  unique (workspace_id, provider, provider_payment_id),
  foreign key (workspace_id, company_id) references company (workspace_id, id),
  foreign key (workspace_id, company_id, customer_id) references party (workspace_id, company_id, id)
);
create index payment_newest on payment (workspace_id, received_on desc, seq desc);
create index payment_customer on payment (workspace_id, customer_id, received_on desc);
create index payment_left on payment (workspace_id, customer_id) where left_minor > 0;

create function keep_payment() returns trigger language plpgsql as $$
declare
  free constant text[] := array['allocated_minor', 'refunded_minor', 'left_minor', 'reversed_at'];
begin
  if tg_op = 'DELETE' or to_jsonb(old) - free is distinct from to_jsonb(new) - free or (old.reversed_at is not null and new.reversed_at is distinct from old.reversed_at) then
    raise exception 'a recorded payment cannot change; reverse it' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger payment_keep before update or delete on payment for each row execute function keep_payment();
create trigger payment_no_truncate before truncate on payment for each statement execute function refuse_change();

-- The ledger of what happened to money owed and received. Append-only: undoing is an entry of its own, once per entry undone.
create table ledger_entry (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  seq bigint generated always as identity,
  company_id uuid not null,
  customer_id uuid not null,
  currency char(3) not null,
  kind text not null check (kind in ('receive', 'credit', 'allocate', 'unallocate', 'refund', 'write_off', 'recover', 'reverse')),
  amount_minor bigint not null check (amount_minor > 0),
  entry_date date not null,
  payment_id uuid,                     -- the source: money received,
  credit_note_id uuid,                 -- or a credit note
  invoice_id uuid,                     -- what it settles
  undoes uuid,
  write_off_kind text,
  tax_treatment text,
  reason text,
  actor_kind text not null,
  actor_id text,
  actor_name text,
  created_at timestamptz not null default now(),
  check (case kind
    when 'receive' then payment_id is not null and invoice_id is null
    when 'credit' then credit_note_id is not null and invoice_id is null
    when 'allocate' then (payment_id is null) <> (credit_note_id is null) and invoice_id is not null
    when 'unallocate' then (payment_id is null) <> (credit_note_id is null) and invoice_id is not null and undoes is not null
    when 'refund' then (payment_id is null) <> (credit_note_id is null) and invoice_id is null
    when 'reverse' then (payment_id is null) <> (credit_note_id is null) and invoice_id is null
    else invoice_id is not null and payment_id is null and credit_note_id is null end),
  unique (workspace_id, id),
  unique (workspace_id, undoes),
  foreign key (workspace_id, company_id) references company (workspace_id, id),
  foreign key (workspace_id, customer_id) references party (workspace_id, id),
  foreign key (workspace_id, payment_id) references payment (workspace_id, id),
  foreign key (workspace_id, credit_note_id) references invoice (workspace_id, id),
  foreign key (workspace_id, invoice_id) references invoice (workspace_id, id),
  foreign key (workspace_id, undoes) references ledger_entry (workspace_id, id)
);
create index ledger_entry_payment on ledger_entry (workspace_id, payment_id, seq) where payment_id is not null;
create index ledger_entry_credit_note on ledger_entry (workspace_id, credit_note_id, seq) where credit_note_id is not null;
create index ledger_entry_invoice on ledger_entry (workspace_id, invoice_id, seq) where invoice_id is not null;
create trigger ledger_entry_append_only before update or delete on ledger_entry for each row execute function refuse_change();
create trigger ledger_entry_no_truncate before truncate on ledger_entry for each statement execute function refuse_change();

create table proposal (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  seq bigint generated always as identity,
  company_id uuid not null,
  customer_id uuid,
  number text,                         -- given when first sent
  title text not null,
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  content jsonb not null,              -- what is being written; what was sent lies in proposal_version
  total_minor bigint not null default 0,
  internal_note text,
  -- Facts, from which the state is derived.
  sent_version int,
  valid_until date,                    -- of the version sent last
  sent_hash bytea,                     -- of the content when it was sent, to see unsent changes
  first_viewed_at timestamptz,
  last_viewed_at timestamptz,
  views int not null default 0,
  answer text check (answer in ('accepted', 'declined')),           -- to the version sent last
  answered_at timestamptz,
  withdrawn_at timestamptz,
  accepted_minor bigint,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, id),
  foreign key (workspace_id, company_id) references company (workspace_id, id),
  foreign key (workspace_id, company_id, customer_id) references party (workspace_id, company_id, id)
);
create index proposal_newest on proposal (workspace_id, seq desc);
create unique index proposal_number on proposal (workspace_id, company_id, number) where number is not null;
alter table invoice add foreign key (workspace_id, proposal_id) references proposal (workspace_id, id);

-- Exactly what was shown, for ever; sending again adds a version and supersedes the one before.
create table proposal_version (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  proposal_id uuid not null,
  version int not null,
  shown jsonb not null,
  shown_hash bytea not null check (length(shown_hash) = 32),
  logo_file_id uuid,
  template text not null, paper text not null,
  invoice_on_acceptance boolean not null,
  sent_at timestamptz not null,
  valid_until date,                    -- may be extended, which is an event
  superseded_at timestamptz,
  pdf_file_id uuid,
  pdf_sha256 bytea,
  unique (workspace_id, id),
  unique (workspace_id, proposal_id, version),
  foreign key (workspace_id, proposal_id) references proposal (workspace_id, id),
  foreign key (workspace_id, logo_file_id) references file (workspace_id, id),
  foreign key (workspace_id, pdf_file_id) references file (workspace_id, id)
);

create function keep_proposal_version() returns trigger language plpgsql as $$
declare
  free constant text[] := array['valid_until', 'superseded_at', 'pdf_file_id', 'pdf_sha256'];
begin
  if tg_op = 'DELETE' or to_jsonb(old) - free is distinct from to_jsonb(new) - free
     or (old.pdf_file_id is not null and new.pdf_file_id is distinct from old.pdf_file_id) then
    raise exception 'a sent proposal cannot change; send another version' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger proposal_version_keep before update or delete on proposal_version for each row execute function keep_proposal_version();
create trigger proposal_version_no_truncate before truncate on proposal_version for each statement execute function refuse_change();

create table proposal_link (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  proposal_id uuid not null,
  version_id uuid not null,
  token_hash bytea not null unique check (length(token_hash) = 32),
  recipient text,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  views int not null default 0,
  last_viewed_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, proposal_id) references proposal (workspace_id, id),
  foreign key (workspace_id, version_id) references proposal_version (workspace_id, id)
);
create index proposal_link_of on proposal_link (workspace_id, proposal_id);

-- The proof of what the buyer said. One answer per version: the second of two racing ones finds the first.
create table proposal_answer (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  proposal_id uuid not null,
  version_id uuid not null,
  link_id uuid not null,
  kind text not null check (kind in ('accepted', 'declined')),
  shown_hash bytea not null,
  selection jsonb not null,
  totals jsonb,
  consent_version text,
  consent_text text,
  name text not null,
  email text,
  reason text,
  at timestamptz not null,
  ip text,
  user_agent text,
  record jsonb not null,               -- the whole record as it was hashed
  fingerprint bytea not null check (length(fingerprint) = 32),
  pdf_file_id uuid,
  pdf_sha256 bytea,
  check (kind = 'declined' or (totals is not null and consent_text is not null and consent_version is not null)),
  unique (workspace_id, id),
  unique (workspace_id, version_id),
  foreign key (workspace_id, proposal_id) references proposal (workspace_id, id),
  foreign key (workspace_id, version_id) references proposal_version (workspace_id, id),
  foreign key (workspace_id, link_id) references proposal_link (workspace_id, id),
  foreign key (workspace_id, pdf_file_id) references file (workspace_id, id)
);

create function keep_proposal_answer() returns trigger language plpgsql as $$
declare
  free constant text[] := array['pdf_file_id', 'pdf_sha256'];
begin
  if tg_op = 'DELETE' or to_jsonb(old) - free is distinct from to_jsonb(new) - free or old.pdf_file_id is not null then
    raise exception 'an answer to a proposal cannot change' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger proposal_answer_keep before update or delete on proposal_answer for each row execute function keep_proposal_answer();
create trigger proposal_answer_no_truncate before truncate on proposal_answer for each statement execute function refuse_change();

call protect_tenant_table('delivery');
call protect_tenant_table('invoice');
call protect_tenant_table('invoice_line');
call protect_tenant_table('invoice_tax');
call protect_tenant_table('payment');
call protect_tenant_table('ledger_entry');
call protect_tenant_table('proposal');
call protect_tenant_table('proposal_version');
call protect_tenant_table('proposal_link');
call protect_tenant_table('proposal_answer');
-- A buyer has no workspace: the link's own row is seen by whoever presents its token's hash, and it names the workspace.
create policy presented on proposal_link for select using (token_hash = app_presented());

revoke delete, truncate on invoice_tax, payment, ledger_entry, proposal_version, proposal_answer from counterfoil_app;
revoke update on invoice_tax, ledger_entry from counterfoil_app;
