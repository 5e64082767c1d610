-- How somebody was served: by the number they held, without a name. One for a number; said again, the last word holds.
create table appointments.rating (
  ticket_id uuid constraint rating_pk primary key constraint rating_ticket references appointments.ticket (id),
  unit_id uuid not null constraint rating_unit references organisation.unit (id),
  day date not null,
  stars integer not null constraint rating_stars check (stars between 1 and 5),
  reasons text[] not null,
  words text not null,
  way text not null constraint rating_way check (way in ('kiosk', 'phone')),
  at timestamptz not null
);
create index rating_of_day on appointments.rating (unit_id, day);

alter table appointments.rating enable row level security;
create policy rating_scope on appointments.rating
  using ((select platform.scope_is_all()) or (select appointments.public_open())
    or unit_id in (select organisation.scoped_unit_ids()));
