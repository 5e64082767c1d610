create schema calendar;

create function calendar.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is kept for ever', tg_table_name using errcode = 'restrict_violation';
end $$;

-- Days that differ from their weekday, one row for each word about them; the last version holds. Kind null: special no longer.
create table calendar.special_day (
  day date not null,
  version integer not null constraint special_day_version_counts check (version > 0),
  kind text constraint special_day_kind_known check (kind in ('off', 'make-up')),
  name_vi text not null,
  name_en text not null,
  decision text,
  confirmed boolean not null,
  source_note text not null,
  reason text not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint special_day_pk primary key (day, version)
);
create trigger special_day_is_for_ever before update or delete on calendar.special_day
  for each row execute function calendar.refuse_change();

-- Whether the days off of a year are decided; the last version holds.
create table calendar.year (
  year smallint not null constraint year_range check (year between 1900 and 2199),
  version integer not null constraint year_version_counts check (version > 0),
  confirmed boolean not null,
  decision text,
  reason text not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint year_pk primary key (year, version)
);
create trigger year_is_for_ever before update or delete on calendar.year
  for each row execute function calendar.refuse_change();

-- Working hours that hold from a day on, of the nation (unit null) or of a unit and all under it; the last version of a beginning
-- holds. Sessions null: as the unit above again.
create table calendar.hours (
  id uuid constraint hours_pk primary key,
  unit_id uuid constraint hours_unit references organisation.unit (id),
  valid_from date not null,
  version integer not null constraint hours_version_counts check (version > 0),
  sessions jsonb,
  in_day_cut_off text,
  reason text not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint hours_once unique nulls not distinct (unit_id, valid_from, version),
  constraint hours_whole check ((sessions is null) = (in_day_cut_off is null))
);
create trigger hours_are_for_ever before update or delete on calendar.hours
  for each row execute function calendar.refuse_change();
-- Hours are nobody's secret, but each unit sets its own.
alter table calendar.hours enable row level security;
create policy hours_open on calendar.hours for select using (true);
create policy hours_scope on calendar.hours for insert
  with check (platform.scope_is_all() or unit_id in (select organisation.scoped_unit_ids()));

-- New with every change, so that what a process remembers is true exactly while the stamp stands.
create table calendar.state (
  singleton boolean constraint state_pk primary key default true constraint state_one check (singleton),
  stamp uuid not null
);
insert into calendar.state (stamp) values (gen_random_uuid());

-- The days that deadlines of reports went by until now. Nobody had confirmed them, so nobody is said to have.
insert into calendar.special_day (day, version, kind, name_vi, name_en, decision, confirmed, source_note, reason, changed_at, changed_by)
select day, 1, case when working then 'make-up' else 'off' end, name, name, null, false, '',
  'Chuyển từ lịch hạn nộp báo cáo', now(), '00000000-0000-7000-8000-000000000000'
from indicators.special_day;
