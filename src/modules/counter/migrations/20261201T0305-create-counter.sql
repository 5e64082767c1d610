create schema counter;

-- A browser that receives without a network: of one officer at one unit. Its private key never leaves it.
create table counter.device (
  id uuid constraint device_pk primary key,
  unit_id uuid not null constraint device_unit references organisation.unit (id),
  -- Of the unit: it stands in the provisional numbers.
  counter integer not null constraint device_counter_positive check (counter > 0),
  name text not null,
  account_id uuid not null,
  officer_name text not null,
  -- ECDSA P-256, as in a JSON Web Key.
  key_x text not null,
  key_y text not null,
  -- Sealed: with it the officer's browser opens its queue. Gone when the device is revoked.
  queue_key bytea,
  registered_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  revoked_reason text,
  constraint device_counter_unique unique (unit_id, counter),
  constraint device_revoked_whole check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoked_reason is null)),
  constraint device_revoked_shut check (revoked_at is null or queue_key is null)
);

-- The last number leased of a unit and a day: taken under its row lock, so that no two counters hold one number.
create table counter.leased (
  unit_code text not null,
  day date not null,
  last integer not null,
  constraint leased_pk primary key (unit_code, day)
);

create table counter.lease (
  id uuid constraint lease_pk primary key,
  device_id uuid not null constraint lease_device references counter.device (id),
  unit_id uuid not null constraint lease_unit references organisation.unit (id),
  unit_code text not null,
  day date not null,
  first integer not null constraint lease_first_positive check (first > 0),
  last integer not null,
  leased_at timestamptz not null,
  valid_until timestamptz not null,
  end_kind text constraint lease_end_known check (end_kind in ('returned', 'revoked')),
  ended_at timestamptz,
  ended_by uuid,
  end_reason text not null default '',
  last_given integer,
  constraint lease_range check (last >= first),
  constraint lease_time check (valid_until > leased_at),
  constraint lease_end_whole check ((end_kind is null) = (ended_at is null) and (end_kind is null) = (ended_by is null)),
  constraint lease_given check (last_given between first - 1 and last)
);
create index lease_by_device on counter.lease (device_id, leased_at desc);
create unique index lease_by_number on counter.lease (unit_code, day, first);

-- What a counter took and sent, by the id the counter gave it. Of the case itself it holds no word.
create table counter.intake (
  id uuid constraint intake_pk primary key,
  lease_id uuid not null constraint intake_lease references counter.lease (id),
  unit_id uuid not null constraint intake_unit references organisation.unit (id),
  number integer not null,
  state text not null constraint intake_state_known check (state in ('received', 'refused', 'void')),
  taken_at timestamptz not null,
  content_hash text not null,
  signature text not null,
  case_id uuid,
  code text,
  problem text,
  reason text,
  came_at timestamptz not null,
  settled_at timestamptz not null,
  tries integer not null,
  constraint intake_number_unique unique (lease_id, number),
  constraint intake_case_unique unique (case_id),
  constraint intake_received_whole check ((state = 'received') = (case_id is not null) and (state = 'received') = (code is not null)),
  constraint intake_refused_said check (state <> 'refused' or problem is not null),
  constraint intake_void_said check (state <> 'void' or reason is not null)
);

alter table counter.device enable row level security;
create policy device_scope on counter.device
  using ((select platform.scope_is_all()) or unit_id in (select organisation.scoped_unit_ids()))
  with check ((select platform.scope_is_all()) or unit_id in (select organisation.scoped_unit_ids()));
alter table counter.lease enable row level security;
create policy lease_scope on counter.lease
  using ((select platform.scope_is_all()) or unit_id in (select organisation.scoped_unit_ids()))
  with check ((select platform.scope_is_all()) or unit_id in (select organisation.scoped_unit_ids()));
alter table counter.intake enable row level security;
create policy intake_scope on counter.intake
  using ((select platform.scope_is_all()) or unit_id in (select organisation.scoped_unit_ids()))
  with check ((select platform.scope_is_all()) or unit_id in (select organisation.scoped_unit_ids()));
