-- What corrected documents of a supplier taught: one row per layout, and each lesson with what it fixed and broke.

create table supplier_layout (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  company_id uuid not null,
  supplier_id uuid not null,
  sealed_layout bytea not null,        -- the layout, compressed and sealed by the workspace's key: it names the supplier and its accounts
  learned_at timestamptz not null,
  learned_by text not null,            -- who corrected the document, or who imported
  source text not null check (source in ('lesson', 'import')),
  unique (workspace_id, id),
  foreign key (workspace_id, company_id) references company (workspace_id, id),
  foreign key (workspace_id, supplier_id) references party (workspace_id, id) on delete cascade
);
create index supplier_layout_of_supplier on supplier_layout (workspace_id, supplier_id, learned_at desc);
create index supplier_layout_of_company on supplier_layout (workspace_id, company_id, learned_at desc);
call protect_tenant_table('supplier_layout');
create policy companies on supplier_layout as restrictive using ((select app_companies()) is null or company_id = any ((select app_companies())::uuid[]));

create table supplier_lesson (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  company_id uuid not null,
  supplier_id uuid not null,
  received_invoice_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'taken', 'not_taken', 'nothing')),
  fixes int, breaks int,               -- values over the supplier's confirmed documents
  documents int,                       -- on how many it was tried
  asked_at timestamptz not null,
  asked_by text not null,
  ended_at timestamptz,
  unique (workspace_id, id),
  foreign key (workspace_id, company_id) references company (workspace_id, id),
  foreign key (workspace_id, supplier_id) references party (workspace_id, id) on delete cascade,
  foreign key (workspace_id, received_invoice_id) references received_invoice (workspace_id, id) on delete cascade
);
create index supplier_lesson_newest on supplier_lesson (workspace_id, supplier_id, asked_at desc);
call protect_tenant_table('supplier_lesson');
create policy companies on supplier_lesson as restrictive using ((select app_companies()) is null or company_id = any ((select app_companies())::uuid[]));
