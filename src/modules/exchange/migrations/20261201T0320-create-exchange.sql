create schema exchange;

-- The one connection with the national portal, how it is spoken with (domain/profile.ts), and how it is doing.
create table exchange.connection (
  id smallint constraint connection_pk primary key constraint connection_one check (id = 1),
  -- none: not configured. stand-in: a simulation in this installation. real: the portal or its adapter.
  kind text not null constraint connection_kind_known check (kind in ('none', 'stand-in', 'real')),
  address text not null,
  account text not null,
  -- Sealed (server/secrets.ts); never read out.
  secret bytea,
  -- Identifier of this province towards the portal (madonvi).
  agency text not null,
  profile jsonb not null,
  -- Up to where the portal's new filings were fetched, as it says itself.
  cursor text not null default '',
  paused_until timestamptz,
  failures integer not null default 0,
  last_error text,
  last_good_at timestamptz,
  polled_at timestamptz,
  -- How the stand-in is told to behave.
  mood text not null default 'well',
  version integer not null,
  changed_at timestamptz not null,
  changed_by_name text not null
);
alter table exchange.connection enable row level security;
-- What it is and how it does is shown to whoever may see what is sent; only somebody with the right everywhere changes it.
create policy connection_read on exchange.connection for select using (true);
create policy connection_write on exchange.connection for all
  using ((select platform.scope_is_all())) with check ((select platform.scope_is_all()));

-- A case and what the portal knows of it.
create table exchange.link (
  case_id uuid constraint link_pk primary key,
  code text not null,
  -- Under which the portal knows it; null: not yet, or under our own.
  national_code text constraint link_national_code_unique unique,
  origin text not null constraint link_origin_known check (origin in ('ours', 'national')),
  -- The portal took the dossier once.
  known boolean not null default false,
  unit_id uuid not null constraint link_unit references organisation.unit (id),
  sent_at timestamptz,
  sent_act integer,
  compare_at timestamptz,
  compared_at timestamptz,
  compared_act integer,
  -- Null: never compared. What differs, field by field (domain/differences.ts); gone when it agrees.
  agrees boolean,
  found boolean,
  differences jsonb not null default '[]'
);
create index link_to_compare on exchange.link (compare_at) where compare_at is not null;
create index link_mismatch on exchange.link (unit_id, compared_at) where not agrees;
alter table exchange.link enable row level security;
create policy link_scope on exchange.link
  using ((select platform.scope_is_all()) or unit_id in (select organisation.scoped_unit_ids()))
  with check ((select platform.scope_is_all()) or unit_id in (select organisation.scoped_unit_ids()));

-- What is to be told of each act, in order: by case, act, place. The record itself is made when it is sent, from the case as it was then.
create table exchange.outgoing (
  -- The key under which the portal counts it once, however often it is sent.
  id uuid constraint outgoing_pk primary key,
  case_id uuid not null constraint outgoing_link references exchange.link (case_id),
  act integer not null,
  place smallint not null,
  part text not null constraint outgoing_part_known check (part in ('code', 'files', 'record', 'progress', 'status')),
  unit_id uuid not null constraint outgoing_unit references organisation.unit (id),
  state text not null constraint outgoing_state_known check (state in ('queued', 'waiting', 'parked', 'sent', 'left-out')),
  attempts integer not null default 0,
  queued_at timestamptz not null,
  next_at timestamptz not null,
  tried_at timestamptz,
  sent_at timestamptz,
  last_error text,
  -- SHA-256 of what was sent last: proves what it was without keeping it.
  digest text,
  reason text,
  constraint outgoing_once unique (case_id, act, place)
);
create index outgoing_open on exchange.outgoing (case_id, act, place) where state in ('queued', 'waiting', 'parked');
create index outgoing_due on exchange.outgoing (next_at, case_id) where state in ('queued', 'waiting');
create index outgoing_by_state on exchange.outgoing (state, id);
create index outgoing_sent on exchange.outgoing (sent_at) where state = 'sent';
alter table exchange.outgoing enable row level security;
create policy outgoing_scope on exchange.outgoing
  using ((select platform.scope_is_all()) or unit_id in (select organisation.scoped_unit_ids()))
  with check ((select platform.scope_is_all()) or unit_id in (select organisation.scoped_unit_ids()));

-- Files that went up, by case: once is enough.
create table exchange.uploaded (
  case_id uuid not null constraint uploaded_link references exchange.link (case_id),
  file_id uuid not null,
  national_id text not null,
  hash text not null,
  at timestamptz not null,
  constraint uploaded_pk primary key (case_id, file_id)
);
alter table exchange.uploaded enable row level security;
create policy uploaded_scope on exchange.uploaded
  using (exists (select from exchange.link l where l.case_id = uploaded.case_id))
  with check (exists (select from exchange.link l where l.case_id = uploaded.case_id));

-- Whatever the portal told, each telling once; kept until something became of it.
create table exchange.incoming (
  id uuid constraint incoming_pk primary key,
  national_code text not null,
  digest text not null,
  -- As it came; null once a case holds it.
  payload jsonb,
  -- Its files: where they were, and the file they became here; null: it could not be had.
  files jsonb not null default '[]',
  -- Everything of it is here, so it can be looked at.
  ready boolean not null default false,
  source text not null constraint incoming_source_known check (source in ('poll', 'push')),
  arrived_at timestamptz not null,
  -- How often it was told.
  told integer not null default 1,
  told_at timestamptz not null,
  state text not null constraint incoming_state_known
    check (state in ('arrived', 'taken-in', 'waiting', 'for-hand', 'quarantine', 'settled')),
  reason text,
  faults jsonb not null default '[]',
  case_id uuid,
  -- Who is to decide, once that is known; null: only who holds the right everywhere sees it.
  unit_id uuid constraint incoming_unit references organisation.unit (id),
  settled_at timestamptz,
  settled_by_name text,
  settled_note text,
  constraint incoming_once unique (national_code, digest)
);
create index incoming_by_state on exchange.incoming (state, id);
create index incoming_to_fetch on exchange.incoming (id) where not ready;
alter table exchange.incoming enable row level security;
create policy incoming_scope on exchange.incoming
  using ((select platform.scope_is_all()) or unit_id in (select organisation.scoped_unit_ids()))
  with check ((select platform.scope_is_all()) or unit_id in (select organisation.scoped_unit_ids()));
