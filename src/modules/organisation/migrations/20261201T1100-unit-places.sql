-- Where a unit is found from a day on: one point of the map, never a border. It holds until the next row of the unit, and ends with the
-- unit; a row without a point says that none is known from that day on. A correction is a later row of the same day: nothing is overwritten.
create table organisation.unit_place (
  id uuid constraint unit_place_pk primary key,
  unit_id uuid not null constraint unit_place_unit_fk references organisation.unit (id),
  valid_from date not null,
  -- degrees of WGS 84
  latitude double precision,
  longitude double precision,
  accuracy text constraint unit_place_accuracy_known check (accuracy in ('exact', 'approximate')),
  -- where the coordinates come from, in words
  source text,
  demonstration boolean not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  constraint unit_place_whole check (num_nonnulls(latitude, longitude, accuracy, source) in (0, 4)),
  constraint unit_place_on_earth check (latitude between -90 and 90 and longitude between -180 and 180)
);
create index unit_place_unit on organisation.unit_place (unit_id, valid_from, id);
