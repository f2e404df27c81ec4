-- Sample data: which workspaces asked for it, and which of its steps are done. A step and its row are one transaction, so
-- a crash repeats nothing and leaves nothing out.
create table sample_fill (
  workspace_id uuid primary key references workspace (id) on delete cascade,
  today date not null,                 -- the day all sample dates are counted from
  steps int not null check (steps > 0),
  asked_by text not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz
);
call protect_tenant_table('sample_fill');

create table sample_step (
  workspace_id uuid not null references sample_fill (workspace_id) on delete cascade,
  step text not null,
  made uuid not null,                  -- what the step made, for the steps after it
  done_at timestamptz not null default now(),
  primary key (workspace_id, step)
);
call protect_tenant_table('sample_step');
