-- Whose day ended before they were called: they left.
alter table appointments.ticket drop constraint ticket_state;
alter table appointments.ticket add constraint ticket_state check (state in ('waiting', 'called', 'done', 'absent', 'left'));
alter table appointments.ticket drop constraint ticket_called_whole;
alter table appointments.ticket add constraint ticket_called_whole
  check ((state in ('waiting', 'left')) = (first_called_at is null) and (desk is null) = (first_called_at is null));
alter table appointments.ticket drop constraint ticket_done_whole;
alter table appointments.ticket add constraint ticket_done_whole
  check ((state in ('done', 'absent', 'left')) = (done_at is not null));

-- Within how many minutes people are to be called, from a day on, at every counter. The last one of a day holds.
create table appointments.waiting_goal (
  id uuid constraint waiting_goal_pk primary key,
  valid_from date not null,
  minutes integer not null constraint waiting_goal_minutes check (minutes between 1 and 480),
  reason text not null,
  set_by uuid,
  set_by_name text not null,
  set_at timestamptz not null
);
create index waiting_goal_by_day on appointments.waiting_goal (valid_from desc, id desc);
insert into appointments.waiting_goal (id, valid_from, minutes, reason, set_by, set_by_name, set_at)
  values ('01990000-0000-7000-8000-000000000015', '1990-01-01', 15, '', null, '', '2026-12-01T00:00:00Z');

-- What each number and each appointment counts for now, beside the fact that says so.
create table appointments.counted (
  subject_kind text not null constraint counted_kind check (subject_kind in ('ticket', 'appointment')),
  subject_id uuid not null,
  measure text not null,
  unit_id uuid not null constraint counted_unit references organisation.unit (id),
  day date not null,
  -- The desk that called the number, by which its unit splits what it counts; null: none did.
  desk text,
  desk_name text,
  value integer not null constraint counted_value check (value > 0),
  fact_id uuid not null,
  constraint counted_pk primary key (subject_id, measure)
);
create index counted_by_place on appointments.counted (unit_id, day, measure);

alter table appointments.counted enable row level security;
create policy counted_scope on appointments.counted
  using ((select platform.scope_is_all()) or (select appointments.public_open())
    or unit_id in (select organisation.scoped_unit_ids()));
