-- The audit log at a million events of one workspace: plans that read only what a page shows, words to search by, alerts to owners, saved views.

-- Somebody of the operator's may act with an owner's leave (break-glass); the log tells them from everybody else.
alter table event drop constraint event_actor_kind_check,
  add constraint event_actor_kind_check check (actor_kind in ('person', 'key', 'job', 'buyer', 'operator', 'system'));

-- Both are derived from the action and so cannot say anything else; they carry the filters "Invoices" and "Refused only".
-- Under forced row security only equality and order of plain columns may use an index, which is why they are columns.
alter table event
  add column noun text generated always as (split_part(action, '.', 1)) stored,
  add column refused boolean generated always as (action ~ '(refused|failed)$') stored;

drop index event_subject;
create index event_of_subject on event (workspace_id, subject_id, seq desc) where subject_id is not null;
create index event_noun on event (workspace_id, noun, seq desc);
create index event_actor on event (workspace_id, actor_id, seq desc) where actor_id is not null;
create index event_other_actor on event (workspace_id, actor_kind, seq desc) where actor_kind <> 'person';
create index event_company on event (workspace_id, company_id, seq desc) where company_id is not null;
create index event_refused on event (workspace_id, seq desc) where refused;

-- The head of a chain only moves on. (Who owns the server can still rewrite it: keep `counterfoil audit head` elsewhere.)
create function keep_event_head() returns trigger language plpgsql as $$
begin
  if new.workspace_id <> old.workspace_id or new.seq <= old.seq then
    raise exception 'the head of the audit chain only moves on' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger event_head_moves_on before update on event_head for each row execute function keep_event_head();
revoke delete, truncate on event_head from counterfoil_app;
-- The operator's check of all chains, and sweeps, act for no tenant: without any identity the ids and hashes of the chains can be seen, not changed.
create policy sweep on event_head for select using (app_workspace() is null and app_person() is null and app_presented() is null);

-- What a search reads instead of a million rows. Events are indexed in blocks of 256 (block n holds seq 256n+1 … 256n+256), each word
-- once per block, by a job after the block is full; the newest events, not yet in a block, are read directly. None of this is evidence.
create table event_index (
  workspace_id uuid primary key references workspace (id) on delete cascade,
  seq bigint not null default 0        -- events up to this one are in event_word and event_tally
);
create table event_word (
  workspace_id uuid not null references workspace (id) on delete cascade,
  word text collate "C" not null check (length(word) between 1 and 40),
  block bigint not null,
  primary key (workspace_id, word, block)
);
-- How often what happened on which (UTC) day, and where in the chain that day lies, also when a clock was wrong.
create table event_tally (
  workspace_id uuid not null references workspace (id) on delete cascade,
  day date not null,
  action text not null,
  events bigint not null,
  first_seq bigint not null,
  last_seq bigint not null,
  primary key (workspace_id, day, action)
);

-- Exports, reads and refusals by one actor in five minutes; thresholds are compared with the sum of the last hour.
create table event_volume (
  workspace_id uuid not null references workspace (id) on delete cascade,
  actor_id text not null,
  kind text not null check (kind in ('exports', 'downloads', 'views', 'refusals')),
  at timestamptz not null,             -- start of the five minutes
  amount int not null,
  primary key (workspace_id, actor_id, kind, at)
);

-- What was refused, counted per actor, route and minute; a sweep writes each as one event when its minute is over.
create table refused_access (
  workspace_id uuid not null references workspace (id) on delete cascade,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  route text not null,
  status int not null,
  minute timestamptz not null,
  amount int not null,
  code text not null,
  ip text,
  user_agent text,
  request_id text,                     -- of the first; the log has the others
  primary key (workspace_id, actor_id, route, status, minute)
);
create index refused_access_minute on refused_access (minute);

-- The devices from which each person has entered this workspace.
create table known_device (
  workspace_id uuid not null references workspace (id) on delete cascade,
  person_id text not null,
  device text not null check (length(device) between 1 and 100),
  first_seen_at timestamptz not null,
  primary key (workspace_id, person_id, device)
);

create table alert (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  kind text not null check (length(kind) between 1 and 50),
  at timestamptz not null,
  actor_kind text not null,
  actor_id text,
  actor_name text,
  subject_kind text,
  subject_id text,
  company_id uuid,
  summary text not null,
  event_seq bigint,                    -- the event that raised it; none for many refusals, whose events follow within a minute
  unique (workspace_id, id),
  unique (workspace_id, kind, event_seq)
);
create index alert_newest on alert (workspace_id, at desc, id desc);
create index alert_event on alert (workspace_id, event_seq desc) where event_seq is not null;
create index alert_actor on alert (workspace_id, actor_id, kind, at desc);

-- Each owner or admin marks an alert as seen for themselves: what a culprit has seen still shows to the others.
create table alert_seen (
  workspace_id uuid not null,
  alert_id uuid not null,
  actor_id text not null,
  actor_name text not null,
  at timestamptz not null,
  primary key (workspace_id, alert_id, actor_id),
  foreign key (workspace_id, alert_id) references alert (workspace_id, id) on delete cascade
);

create table alert_setting (
  workspace_id uuid primary key references workspace (id) on delete cascade,
  exports_per_hour int not null check (exports_per_hour between 1 and 100000),
  downloads_per_hour int not null check (downloads_per_hour between 1 and 100000),
  views_per_hour int not null check (views_per_hour between 1 and 100000),
  refusals_per_hour int not null check (refusals_per_hour between 1 and 100000),
  by_mail boolean not null,
  version int not null default 1
);

-- Filters of the Activity page with a name: one's own, or everybody's who may see the log.
create table event_view (
  id uuid primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  owner_id text,                       -- null: shared
  name text not null check (length(name) between 1 and 60),
  filter jsonb not null,
  created_at timestamptz not null,
  unique (workspace_id, id)
);
create unique index event_view_name on event_view (workspace_id, coalesce(owner_id, ''), lower(name));

call protect_tenant_table('event_index');
call protect_tenant_table('event_word');
call protect_tenant_table('event_tally');
call protect_tenant_table('event_volume');
call protect_tenant_table('refused_access');
call protect_tenant_table('known_device');
call protect_tenant_table('alert');
call protect_tenant_table('alert_seen');
call protect_tenant_table('alert_setting');
call protect_tenant_table('event_view');
create policy sweep on refused_access for select using (app_workspace() is null and app_person() is null and app_presented() is null);

-- An alert, once raised, stays as it is.
revoke update, delete, truncate on alert from counterfoil_app;
