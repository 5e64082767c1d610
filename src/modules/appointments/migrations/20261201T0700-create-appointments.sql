create schema appointments;

-- While a citizen without an account books, takes a number or looks at the board there is no actor; nothing else opens these.
create function appointments.public_open() returns boolean language sql stable
  as $$ select coalesce(current_setting('appointments.public', true), '') = 'open' $$;

-- How the counters of a unit are open to citizens, from a day on. Every word about it is a row of its own; the last one of a day holds.
create table appointments.opening (
  id uuid constraint opening_pk primary key,
  unit_id uuid not null constraint opening_unit references organisation.unit (id),
  valid_from date not null,
  version integer not null,
  -- Null: no counters open to appointments and numbers from this day on.
  content jsonb,
  reason text not null,
  set_by uuid not null,
  set_by_name text not null,
  set_at timestamptz not null,
  constraint opening_version unique (unit_id, valid_from, version)
);

create table appointments.appointment (
  id uuid constraint appointment_pk primary key,
  code text not null constraint appointment_code unique,
  -- The form that asked for it: sent twice, it is one appointment.
  request_key uuid not null constraint appointment_request unique,
  unit_id uuid not null constraint appointment_unit references organisation.unit (id),
  procedure_code text,
  procedure_name jsonb,
  day date not null,
  at text not null constraint appointment_at check (at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  minutes integer not null constraint appointment_minutes check (minutes > 0),
  place integer not null constraint appointment_place_positive check (place > 0),
  state text not null constraint appointment_state check (state in ('booked', 'arrived', 'cancelled', 'missed')),
  sequence integer not null,
  -- Who comes and where they are reached: sealed, and gone after the day promised.
  name_sealed bytea,
  contact_sealed bytea,
  contact_hash text,
  channel text not null constraint appointment_channel check (channel in ('email', 'sms')),
  citizen_id uuid,
  language text not null constraint appointment_language check (language in ('vi', 'en')),
  consent_version integer not null,
  consent_hash text not null,
  erase_on date not null,
  -- Why it cannot be kept as it was booked, since when.
  affected text constraint appointment_affected check (affected in ('unit-ended', 'day-off', 'not-open')),
  affected_since timestamptz,
  cancelled_by text constraint appointment_cancelled_by check (cancelled_by in ('citizen', 'office')),
  cancel_reason text not null default '',
  booked_at timestamptz not null,
  changed_at timestamptz not null,
  constraint appointment_affected_whole check ((affected is null) = (affected_since is null)),
  constraint appointment_cancelled_whole check ((state = 'cancelled') = (cancelled_by is not null))
);
-- No place is given twice, whatever happens at the same moment.
create unique index appointment_place on appointments.appointment (unit_id, day, at, place) where state <> 'cancelled';
create index appointment_of_day on appointments.appointment (unit_id, day, at);
create index appointment_open on appointments.appointment (day) where state = 'booked';
create index appointment_affected_open on appointments.appointment (affected_since) where affected is not null;
create index appointment_by_contact on appointments.appointment (contact_hash, day) where contact_hash is not null;
create index appointment_of_citizen on appointments.appointment (citizen_id, id desc) where citizen_id is not null;
create index appointment_to_erase on appointments.appointment (erase_on) where name_sealed is not null;

-- Tries to open an appointment: how many were wrong for one code. The code only as a hash.
create table appointments.look_up_try (
  id uuid constraint look_up_try_pk primary key,
  at timestamptz not null,
  code_hash text not null,
  found boolean not null
);
create index look_up_try_wrong on appointments.look_up_try (code_hash, at) where not found;
create index look_up_try_by_time on appointments.look_up_try (at);

alter table appointments.opening enable row level security;
create policy opening_read on appointments.opening for select using (true);
create policy opening_write on appointments.opening for insert
  with check ((select platform.scope_is_all()) or unit_id in (select organisation.scoped_unit_ids()));
alter table appointments.appointment enable row level security;
create policy appointment_scope on appointments.appointment
  using ((select platform.scope_is_all()) or (select appointments.public_open()) or citizen_id = platform.actor_id()
    or unit_id in (select organisation.scoped_unit_ids()))
  with check ((select platform.scope_is_all()) or (select appointments.public_open()) or citizen_id = platform.actor_id()
    or unit_id in (select organisation.scoped_unit_ids()));
