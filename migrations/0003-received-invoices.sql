-- Documents we receive: the row, what was read, what people answered, and what is still to be read.

create table received_invoice (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  company_id uuid not null,
  file_id uuid not null,
  sha256 bytea not null check (length(sha256) = 32),
  file_name text not null check (length(file_name) between 1 and 255),
  kind text not null check (kind in ('pdf', 'png', 'jpeg', 'tiff', 'webp', 'heic', 'gif', 'xml')),
  media_type text not null,
  size_bytes bigint not null check (size_bytes > 0),
  received_at timestamptz not null,
  received_by text,                    -- name of the person or key that brought it
  received_via text not null check (received_via in ('web', 'api', 'sample')),

  -- Reading
  reading_state text not null default 'waiting' check (reading_state in ('waiting', 'reading', 'read', 'unreadable', 'needs_password')),
  unreadable_code text,
  unreadable_reason text,
  unreadable_remedy text,
  page_count int,
  read_at timestamptz,
  read_ms int,
  engine_version text,
  syntax text,
  proof text check (proof in ('complete', 'partial', 'contradictory', 'none')),
  sealed_password bytea,               -- of a protected PDF, sealed by the workspace's key
  sealed_reading bytea,                -- as the engine read it, compressed and sealed; never changed by people
  sealed_current bytea,                -- with people's answers applied, compressed and sealed

  -- What lists and searches need, from the current values
  document_type text,
  supplier_name text,
  supplier_vat_id text,
  supplier_iban text,
  invoice_number text,
  number_key text,                     -- the number without case, spaces and signs: for duplicates
  issue_date date,
  due_date date,
  currency char(3),
  net_minor bigint,
  tax_minor bigint,
  gross_minor bigint,
  due_minor bigint,
  to_check text[] not null default '{}',       -- paths of the open questions, those that stop an approval first
  blocking int not null default 0,             -- how many of them stop it
  flags text[] not null default '{}',          -- findings that call for a person: bank_changed, hidden_text …

  -- Review
  review_state text not null default 'to_review' check (review_state in ('to_review', 'reviewed', 'duplicate', 'rejected')),
  reviewed_at timestamptz,
  reviewed_by text,
  duplicate_of uuid,
  duplicate_reason text,
  cleared_duplicates uuid[] not null default '{}',     -- documents that a person found not to be the same
  reject_code text check (reject_code in ('not_ours', 'duplicate', 'not_ordered', 'wrong', 'other')),
  reject_note text,
  settled_at timestamptz,              -- when it was approved or rejected

  -- Approval
  approval_state text not null default 'to_approve' check (approval_state in ('to_approve', 'approved', 'on_hold')),
  approved_at timestamptz,
  approved_by text,
  bank_doubt text,                     -- the sentence when the account differs from those on file
  hold_code text check (hold_code in ('bank_changed', 'by_hand')),
  hold_note text,
  held_at timestamptz,
  bank_confirmed_by uuid,              -- who called the supplier about a changed account; somebody else approves
  bank_confirmed_iban text,
  bank_confirmed_note text,
  supplier_id uuid,

  exported_at timestamptz,
  version int not null default 1,

  -- The one state that matters most, from the right-hand axis to the left.
  state text generated always as (
    case
      when review_state = 'rejected' then 'rejected'
      when exported_at is not null then 'exported'
      when approval_state = 'approved' then 'approved'
      when approval_state = 'on_hold' then 'on_hold'
      when review_state = 'reviewed' then 'to_approve'
      when reading_state <> 'read' then reading_state
      when review_state = 'duplicate' then 'duplicate'
      else 'to_review'
    end) stored,

  unique (workspace_id, id),
  unique (workspace_id, sha256),       -- the same bytes twice are one document; never compared across workspaces
  foreign key (workspace_id, company_id) references company (workspace_id, id),
  foreign key (workspace_id, file_id) references file (workspace_id, id),
  foreign key (workspace_id, supplier_id) references party (workspace_id, id),
  foreign key (workspace_id, duplicate_of) references received_invoice (workspace_id, id),
  check ((approval_state = 'approved') = (approved_at is not null)),
  check (exported_at is null or approval_state = 'approved'),
  check (review_state <> 'rejected' or reject_code is not null)
);
create index received_invoice_newest on received_invoice (workspace_id, received_at desc, id desc);
create index received_invoice_state on received_invoice (workspace_id, state, received_at desc, id desc);
create index received_invoice_number on received_invoice (workspace_id, company_id, number_key);
create index received_invoice_amount on received_invoice (workspace_id, company_id, gross_minor, issue_date);
create index received_invoice_supplier on received_invoice (workspace_id, supplier_id, issue_date desc);

-- What people answered, in order. An answer is never deleted: undoing marks it.
create table received_answer (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  received_invoice_id uuid not null,
  seq int not null,
  action text not null check (action in ('confirm', 'correct', 'absent', 'lines', 'taxes')),
  path text not null,                  -- a field, "lines" or "taxes"
  sealed_change bytea not null,        -- before and after, compressed and sealed
  answered_by text,
  answered_at timestamptz not null,
  undone_at timestamptz,
  unique (workspace_id, id),
  unique (workspace_id, received_invoice_id, seq),
  foreign key (workspace_id, received_invoice_id) references received_invoice (workspace_id, id) on delete cascade
);

-- Pictures and words of pages, made when first asked for and kept as sealed files.
create table received_page (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  received_invoice_id uuid not null,
  page int not null check (page between 1 and 10000),
  content text not null check (content in ('image', 'words')),
  file_id uuid not null,
  width int,
  height int,
  unique (workspace_id, id),
  unique (workspace_id, received_invoice_id, page, content),
  foreign key (workspace_id, received_invoice_id) references received_invoice (workspace_id, id) on delete cascade,
  foreign key (workspace_id, file_id) references file (workspace_id, id)
);

-- One row for each document that is not read yet. A worker claims it by a lease and renews that while it reads; a lease
-- that ends belongs to a worker that died. Ids and counters only.
create table pending_reading (
  received_invoice_id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  since timestamptz not null default now(),
  job_asked_at timestamptz,            -- a job that will come for this workspace's documents is in the queue
  lease_until timestamptz,
  lease_token uuid,
  claims int not null default 0,
  page int,
  pages int,
  unique (workspace_id, received_invoice_id),
  foreign key (workspace_id, received_invoice_id) references received_invoice (workspace_id, id) on delete cascade
);
create index pending_reading_oldest on pending_reading (workspace_id, since);

call protect_tenant_table('received_invoice');
call protect_tenant_table('received_answer');
call protect_tenant_table('received_page');
call protect_tenant_table('pending_reading');
-- The sweep serves all tenants and so acts for none: without any identity the ids of unread documents can be seen, not changed.
create policy sweep on pending_reading for select using (app_workspace() is null and app_person() is null and app_presented() is null);
