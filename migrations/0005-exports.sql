-- Files made for people and accounting systems to take along, with what each held.

create table export (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  company_id uuid,
  format text not null check (format in ('csv', 'csv_lines', 'xlsx', 'json', 'originals')),
  selection jsonb not null,            -- which documents were asked for: ids, or states, dates and company
  state text not null default 'building' check (state in ('building', 'ready', 'failed')),
  mark_exported boolean not null default true,
  file_name text not null,
  media_type text not null,
  file_id uuid,
  sha256 bytea check (length(sha256) = 32),
  size_bytes bigint,
  documents int,
  failure text,
  created_by text,
  created_at timestamptz not null,
  ready_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, company_id) references company (workspace_id, id),
  foreign key (workspace_id, file_id) references file (workspace_id, id),
  check ((state = 'ready') = (file_id is not null))
);
create index export_newest on export (workspace_id, created_at desc, id desc);

-- Which documents an export held.
create table export_document (
  workspace_id uuid not null references workspace (id) on delete cascade,
  export_id uuid not null,
  received_invoice_id uuid not null,
  position int not null,               -- its place in the file
  primary key (workspace_id, export_id, received_invoice_id),
  foreign key (workspace_id, export_id) references export (workspace_id, id) on delete cascade,
  foreign key (workspace_id, received_invoice_id) references received_invoice (workspace_id, id) on delete cascade
);
create index export_document_received on export_document (workspace_id, received_invoice_id);

call protect_tenant_table('export');
call protect_tenant_table('export_document');
