-- Companies (the legal entities whose books a workspace keeps) with their number series, parties (customers and
-- suppliers) with their bank accounts, and items (services and products).

create table company (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  name text not null check (length(name) between 1 and 200),         -- as people call it, in menus and heads
  legal_name text check (length(legal_name) <= 300),                 -- as registered; the name when absent
  country char(2) not null check (country ~ '^[A-Z]{2}$'),
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),         -- of new documents; each document keeps its own
  time_zone text not null,                                           -- IANA; decides what "today" is
  locale text not null,                                              -- BCP 47, for entry and paper
  address_line1 text, address_line2 text, postal_code text, city text, region text,
  vat_id text, tax_number text, registration text,
  email text, phone text, website text,
  iban text, bic text, bank_name text, account_holder text,
  logo_file_id uuid,
  colour text check (colour ~ '^#[0-9a-f]{6}$'),
  template text not null default 'ledger' check (template in ('ledger', 'letter')),
  paper text not null default 'a4' check (paper in ('a4', 'us-letter')),
  terms_days int not null default 14 check (terms_days between 0 and 365),
  tax_rounding text not null default 'document' check (tax_rounding in ('document', 'line')),
  prices text not null default 'net' check (prices in ('net', 'inclusive')),
  default_vat_category text not null default 'S',
  default_vat_rate numeric not null default 0 check (default_vat_rate between 0 and 100),
  invoice_note text,                   -- printed on every invoice: terms, small-business clause
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, logo_file_id) references file (workspace_id, id)
);
create index company_by_name on company (workspace_id, lower(name), id);

create table number_series (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  company_id uuid not null,
  kind text not null check (kind in ('invoice', 'credit_note', 'proposal')),
  name text not null check (length(name) between 1 and 60),          -- {series} in the pattern
  pattern text not null check (length(pattern) between 1 and 60),
  resets text not null default 'yearly' check (resets in ('never', 'yearly', 'monthly')),
  chronological boolean not null default true,
  is_default boolean not null default false,
  -- The latest document of the series, for the rule that dates never run backwards.
  last_issue_date date,
  last_number_text text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  unique (workspace_id, id),
  unique (workspace_id, company_id, name),
  foreign key (workspace_id, company_id) references company (workspace_id, id)
);
create unique index number_series_default on number_series (workspace_id, company_id, kind) where is_default and archived_at is null;

-- One counter per period of a series ("2026", "2026-11", or "" when it never restarts). A row lock, not a sequence: a
-- sequence leaves a gap when a transaction rolls back.
create table number_counter (
  workspace_id uuid not null references workspace (id) on delete cascade,
  series_id uuid not null,
  period text not null,
  first_number bigint not null default 1 check (first_number >= 0),
  last_number bigint not null check (last_number >= first_number - 1),
  primary key (workspace_id, series_id, period),
  foreign key (workspace_id, series_id) references number_series (workspace_id, id)
);

create table party (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  company_id uuid not null,            -- a bookkeeping firm's clients do not share their customers
  is_customer boolean not null default false,
  is_supplier boolean not null default false,
  name text not null check (length(name) between 1 and 200),
  number text check (length(number) <= 40),                          -- the company's own number for them
  contact_name text, email text, phone text, website text,
  address_line1 text, address_line2 text, postal_code text, city text, region text,
  country char(2) check (country ~ '^[A-Z]{2}$'),
  vat_id text, tax_number text, registration text,
  locale text,                         -- language and formats of their documents; the company's when absent
  currency char(3) check (currency ~ '^[A-Z]{3}$'),
  terms_days int check (terms_days between 0 and 365),
  buyer_reference text,                -- printed on every invoice to them (BT-10)
  notes text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz,
  check (is_customer or is_supplier),
  unique (workspace_id, id),
  unique (workspace_id, company_id, id),
  foreign key (workspace_id, company_id) references company (workspace_id, id)
);
create index party_by_name on party (workspace_id, lower(name), id);
create index party_by_vat_id on party (workspace_id, company_id, vat_id) where vat_id is not null;
create unique index party_number on party (workspace_id, company_id, number) where number is not null;

-- Bank accounts of a party, with the day each was first seen: a new one on a known supplier's invoice deserves a question.
create table party_bank_account (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  party_id uuid not null,
  iban text not null check (length(iban) between 4 and 40),          -- without spaces; any account number outside the IBAN countries
  bic text, holder text, bank_name text,
  first_seen_at timestamptz not null default now(),
  removed_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, party_id) references party (workspace_id, id) on delete cascade
);
create unique index party_bank_account_iban on party_bank_account (workspace_id, party_id, iban) where removed_at is null;
create index party_bank_account_lookup on party_bank_account (workspace_id, iban) where removed_at is null;

create table item (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  company_id uuid not null,
  kind text not null default 'service' check (kind in ('service', 'product')),
  name text not null check (length(name) between 1 and 200),
  code text check (length(code) <= 60),                              -- the seller's own item number (BT-155)
  description text,
  unit text not null default 'C62',                                  -- UN/ECE Recommendation 20: C62 one, HUR hour, DAY day
  unit_price numeric not null,
  currency char(3) not null check (currency ~ '^[A-Z]{3}$'),
  vat_category text not null check (vat_category in ('S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M')),
  vat_rate numeric not null default 0 check (vat_rate between 0 and 100),
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, company_id) references company (workspace_id, id)
);
create index item_by_name on item (workspace_id, lower(name), id);
create unique index item_code on item (workspace_id, company_id, code) where code is not null and archived_at is null;

call protect_tenant_table('company');
call protect_tenant_table('number_series');
call protect_tenant_table('number_counter');
call protect_tenant_table('party');
call protect_tenant_table('party_bank_account');
call protect_tenant_table('item');
