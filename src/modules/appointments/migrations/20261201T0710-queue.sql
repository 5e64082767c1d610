-- The last number given out of a unit, a day and a line: taken under its row lock, so that no number is given twice and none is left out.
create table appointments.ticket_number (
  unit_id uuid not null constraint ticket_number_unit references organisation.unit (id),
  day date not null,
  line text not null,
  last integer not null,
  constraint ticket_number_pk primary key (unit_id, day, line)
);

-- A number in a line. Nothing of who holds it.
create table appointments.ticket (
  id uuid constraint ticket_pk primary key,
  -- Follows the ticket on a phone and rates it.
  code text not null constraint ticket_code unique,
  request_key uuid not null constraint ticket_request unique,
  unit_id uuid not null constraint ticket_unit references organisation.unit (id),
  day date not null,
  line text not null,
  number integer not null constraint ticket_number_positive check (number > 0),
  appointment_id uuid constraint ticket_appointment references appointments.appointment (id),
  -- When the slot begins, of whoever came in time for it; null waits in order of arrival.
  slot_from timestamptz,
  taken_at timestamptz not null,
  -- What was estimated when it was taken; null while the day knew too little.
  estimated_minutes integer,
  state text not null constraint ticket_state check (state in ('waiting', 'called', 'done', 'absent')),
  desk text,
  desk_name text,
  called_because text constraint ticket_because check (called_because in ('appointment', 'turn', 'order', 'early')),
  first_called_at timestamptz,
  called_at timestamptz,
  calls integer not null default 0,
  called_by uuid,
  done_at timestamptz,
  constraint ticket_number_once unique (unit_id, day, line, number),
  constraint ticket_appointment_once unique (appointment_id),
  constraint ticket_called_whole check ((state = 'waiting') = (first_called_at is null) and (desk is null) = (first_called_at is null)),
  constraint ticket_done_whole check ((state in ('done', 'absent')) = (done_at is not null))
);
create index ticket_waiting on appointments.ticket (unit_id, day, line) where state = 'waiting';
create index ticket_called on appointments.ticket (unit_id, day, called_at desc) where called_at is not null;
-- A desk speaks with one person at a time.
create unique index ticket_at_desk on appointments.ticket (unit_id, day, desk) where state = 'called';

alter table appointments.ticket_number enable row level security;
create policy ticket_number_scope on appointments.ticket_number
  using ((select platform.scope_is_all()) or (select appointments.public_open())
    or unit_id in (select organisation.scoped_unit_ids()));
alter table appointments.ticket enable row level security;
create policy ticket_scope on appointments.ticket
  using ((select platform.scope_is_all()) or (select appointments.public_open())
    or unit_id in (select organisation.scoped_unit_ids()));
