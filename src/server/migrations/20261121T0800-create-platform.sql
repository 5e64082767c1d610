create schema platform;

-- Row security asks these two; no setting means no rows.
create function platform.scope_is_all() returns boolean
  language sql stable parallel safe
  as $$ select current_setting('app.scope', true) = 'all' $$;

create function platform.actor_id() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.actor', true), '')::uuid $$;

create table platform.audit (
  id uuid constraint audit_pk primary key,
  at timestamptz not null,
  operation text not null,
  actor_id uuid,
  actor_kind text not null,
  actor_name text not null,
  session_id uuid,
  request_id text not null,
  address text not null,
  outcome text not null,
  target jsonb not null,
  input_hash text not null
);
create index audit_by_actor on platform.audit (actor_id, id);
create index audit_by_operation on platform.audit (operation, id);
create index audit_by_target on platform.audit using gin (target jsonb_path_ops);

create table platform.event (
  id uuid constraint event_pk primary key,
  name text not null,
  payload jsonb not null,
  at timestamptz not null
);
create index event_by_name on platform.event (name, id);

create table platform.delivery (
  event_id uuid not null constraint delivery_of_event references platform.event (id) on delete cascade,
  handler text not null,
  state text not null constraint delivery_state check (state in ('due', 'done', 'parked')),
  due_at timestamptz not null,
  attempts integer not null default 0,
  last_error text,
  done_at timestamptz,
  constraint delivery_pk primary key (event_id, handler)
);
create index delivery_due on platform.delivery (due_at) where state = 'due';
create index delivery_parked on platform.delivery (event_id) where state = 'parked';

create table platform.schedule (
  name text constraint schedule_pk primary key,
  every_seconds double precision not null,
  next_at timestamptz not null,
  last_at timestamptz,
  last_ms integer,
  last_error text
);

create table platform.idempotency (
  actor_id uuid not null,
  operation text not null,
  key text not null,
  input_hash text not null,
  answer jsonb,
  at timestamptz not null,
  constraint idempotency_pk primary key (actor_id, operation, key)
);
create index idempotency_by_age on platform.idempotency (at);

-- Lost at a crash, which is right: a limit is not a record.
create unlogged table platform.rate (
  key text constraint rate_pk primary key,
  tokens double precision not null,
  at timestamptz not null
);

create table platform.file (
  id uuid constraint file_pk primary key,
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  bytes bytea not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null
);

create table platform.fact (
  name text constraint fact_pk primary key,
  value jsonb not null
);
comment on table platform.fact is 'What this installation knows of itself: whether the demonstration is loaded, its own keys.';
