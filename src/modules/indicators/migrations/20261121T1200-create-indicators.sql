create schema indicators;

-- What is counted. `counted`: added up from facts other modules record. `reported`: a unit states it per period.
create table indicators.measure (
  id uuid constraint measure_pk primary key,
  code text not null constraint measure_code_unique unique
    constraint measure_code_shape check (code ~ '^[a-z][a-z0-9_]{1,79}$'),
  name_vi text not null,
  name_en text not null,
  nature text not null constraint measure_nature_known check (nature in ('flow', 'stock')),
  source text not null constraint measure_source_known check (source in ('counted', 'reported')),
  unit_vi text not null,
  unit_en text not null,
  decimals smallint not null constraint measure_decimals_range check (decimals between 0 and 6),
  -- `sum`: a unit's figure is its own plus its children's. `none`: only what the unit itself states.
  roll_up text not null constraint measure_roll_up_known check (roll_up in ('sum', 'none')),
  topic text not null default '',
  valid_from date not null,
  valid_to date,
  created_at timestamptz not null,
  created_by uuid not null,
  constraint measure_validity check (valid_to is null or valid_to > valid_from)
);

-- One thing that happened, with what it happened to. Never edited: a correction is another fact.
create table indicators.fact (
  id uuid constraint fact_pk primary key,
  measure_id uuid not null constraint fact_measure references indicators.measure (id),
  unit_id uuid not null constraint fact_unit references organisation.unit (id),
  day date not null,
  value numeric not null,
  subject_kind text,
  subject_id text,
  label text,
  corrects_id uuid constraint fact_corrects references indicators.fact (id),
  reason text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint fact_correction_has_reason check (corrects_id is null or reason is not null)
);
create index fact_by_place on indicators.fact (measure_id, unit_id, day, id);
create index fact_corrections on indicators.fact (corrects_id) where corrects_id is not null;

-- Subjects are seen only by those whose scope covers the unit …
alter table indicators.fact enable row level security;
create policy fact_scope on indicators.fact
  using (platform.scope_is_all() or unit_id in (select organisation.scoped_unit_ids()))
  with check (platform.scope_is_all() or unit_id in (select organisation.scoped_unit_ids()));

-- … their counts by everyone who may read figures: the view runs with its owner's rights and leaves the subject out.
create view indicators.fact_value as
  select id, measure_id, unit_id, day, value, corrects_id, recorded_at from indicators.fact;

-- Sums per half month: bucket = ((year - 1900) * 12 + month - 1) * 2, plus 1 from the cut-off day (15) on.
-- So calendar months (two halves) and cut-off months (15th to 14th) are both whole buckets.
create table indicators.tally (
  measure_id uuid not null,
  unit_id uuid not null,
  bucket smallint not null,
  -- Facts of the unit itself.
  own numeric not null,
  -- Facts of the unit and of all below it on the day of each fact.
  total numeric not null,
  facts bigint not null,
  fresh_at timestamptz not null,
  constraint tally_pk primary key (measure_id, unit_id, bucket)
) with (fillfactor = 80);

-- Facts recorded but not yet folded into the tallies: one row per unit above. Reading adds them, so figures are exact at once.
create table indicators.fact_pending (
  id bigint generated always as identity constraint fact_pending_pk primary key,
  measure_id uuid not null,
  unit_id uuid not null,
  bucket smallint not null,
  own numeric not null,
  total numeric not null,
  facts bigint not null,
  recorded_at timestamptz not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
create index fact_pending_by_place on indicators.fact_pending (measure_id, unit_id, bucket);

-- What units fill in together for one period, and how far up it must be approved.
create table indicators.form (
  id uuid constraint form_pk primary key,
  code text not null constraint form_code_unique unique,
  name_vi text not null,
  name_en text not null,
  period_kind text not null,
  regime text not null constraint form_regime_known check (regime in ('cut-off', 'calendar')),
  due_working_days smallint not null constraint form_due_range check (due_working_days between 0 and 60),
  approval_levels smallint not null constraint form_levels_range check (approval_levels between 0 and 3),
  valid_from date not null,
  valid_to date,
  created_at timestamptz not null,
  created_by uuid not null
);
create table indicators.form_measure (
  form_id uuid not null constraint form_measure_form references indicators.form (id),
  measure_id uuid not null constraint form_measure_measure references indicators.measure (id),
  position smallint not null,
  constraint form_measure_pk primary key (form_id, measure_id)
);
create index form_measure_by_measure on indicators.form_measure (measure_id);
create table indicators.assignment (
  id uuid constraint assignment_pk primary key,
  form_id uuid not null constraint assignment_form references indicators.form (id),
  unit_id uuid not null constraint assignment_unit references organisation.unit (id),
  valid_from date not null,
  valid_to date,
  constraint assignment_once unique (form_id, unit_id, valid_from)
);
create index assignment_by_unit on indicators.assignment (unit_id);

-- Days off that move a deadline (`working` false), and Saturdays or Sundays worked instead (`working` true).
create table indicators.special_day (
  day date constraint special_day_pk primary key,
  working boolean not null,
  name text not null
);

-- One form of one unit for one period: who has signed it so far. stage 0 draft, 1 submitted, 1 + n approved n levels up.
create table indicators.sheet (
  id uuid constraint sheet_pk primary key,
  form_id uuid not null constraint sheet_form references indicators.form (id),
  unit_id uuid not null constraint sheet_unit references organisation.unit (id),
  period_kind text not null,
  period_year smallint not null,
  period_number smallint not null,
  period_from date not null,
  period_to date not null,
  stage smallint not null constraint sheet_stage_range check (stage between 0 and 4),
  -- How many levels above have to approve: as the form says, at most as many as there are.
  levels smallint not null constraint sheet_levels_range check (levels between 0 and 3),
  returned boolean not null default false,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint sheet_once unique (form_id, unit_id, period_from, period_to)
);
create index sheet_by_unit on indicators.sheet (unit_id, period_to);
create table indicators.sheet_step (
  id uuid constraint sheet_step_pk primary key,
  sheet_id uuid not null constraint sheet_step_sheet references indicators.sheet (id),
  act text not null constraint sheet_step_known check (act in ('submit', 'approve', 'return', 'reopen')),
  from_stage smallint not null,
  to_stage smallint not null,
  -- The unit in whose name it was done: the unit itself, or the one above that approves.
  acting_unit_id uuid not null constraint sheet_step_unit references organisation.unit (id),
  comment text not null default '',
  at timestamptz not null,
  by_id uuid not null,
  by_name text not null
);
create index sheet_step_by_sheet on indicators.sheet_step (sheet_id, at);

-- What is being typed, until it is submitted: the last keystroke wins, nobody above sees it as a figure.
create table indicators.draft (
  sheet_id uuid not null constraint draft_sheet references indicators.sheet (id),
  measure_id uuid not null constraint draft_measure references indicators.measure (id),
  unit_id uuid not null constraint draft_unit references organisation.unit (id),
  raw text not null,
  value numeric,
  state text not null constraint draft_state_known check (state in ('reported', 'not-applicable', 'text', 'wrong')),
  note text not null default '',
  changed_at timestamptz not null,
  changed_by uuid not null,
  constraint draft_pk primary key (sheet_id, measure_id)
);
alter table indicators.draft enable row level security;
create policy draft_scope on indicators.draft
  using (platform.scope_is_all() or unit_id in (select organisation.scoped_unit_ids()))
  with check (platform.scope_is_all() or unit_id in (select organisation.scoped_unit_ids()));

create table indicators.import (
  id uuid constraint import_pk primary key,
  source_name text not null,
  file_id uuid,
  sha256 text,
  accepted integer not null,
  refused integer not null,
  at timestamptz not null,
  by_id uuid not null,
  by_name text not null
);

-- What a unit reported for a period. Versions: a change is a new row, the old one keeps when it ceased to be what is known.
create table indicators.observation (
  id uuid constraint observation_pk primary key,
  measure_id uuid not null constraint observation_measure references indicators.measure (id),
  unit_id uuid not null constraint observation_unit references organisation.unit (id),
  period_kind text not null,
  period_year smallint not null,
  period_number smallint not null,
  period_from date not null,
  period_to date not null,
  value numeric,
  state text not null constraint observation_state_known check (state in ('reported', 'not-applicable', 'text')),
  -- Exactly what was typed or printed, before it was read as a number.
  raw text not null,
  note text not null default '',
  -- File and line, or import and row, where it came from; empty when typed in.
  source text not null default '',
  sheet_id uuid constraint observation_sheet references indicators.sheet (id),
  import_id uuid constraint observation_import references indicators.import (id),
  reason text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  recorded_by_name text not null,
  superseded_at timestamptz,
  constraint observation_value_matches_state check ((state = 'reported') = (value is not null)),
  constraint observation_period check (period_from <= period_to)
);
create unique index observation_current on indicators.observation (measure_id, unit_id, period_from, period_to)
  where superseded_at is null;
create index observation_history on indicators.observation (measure_id, unit_id, period_from, period_to, recorded_at);
create index observation_by_sheet on indicators.observation (sheet_id) where sheet_id is not null;

create table indicators.evidence (
  id uuid constraint evidence_pk primary key,
  sheet_id uuid not null constraint evidence_sheet references indicators.sheet (id),
  measure_id uuid constraint evidence_measure references indicators.measure (id),
  file_id uuid not null,
  name text not null,
  added_at timestamptz not null,
  added_by uuid not null,
  added_by_name text not null
);
create index evidence_by_sheet on indicators.evidence (sheet_id);

-- What is judged: a ratio or a value over measures, by version.
create table indicators.indicator (
  id uuid constraint indicator_pk primary key,
  code text not null constraint indicator_code_unique unique
    constraint indicator_code_shape check (code ~ '^[A-Za-z][A-Za-z0-9._-]{0,39}$'),
  -- The printed row it belongs to: parts a and b of one row share it.
  row_code text not null,
  part_label_vi text,
  part_label_en text,
  group_code text not null,
  group_name_vi text not null,
  group_name_en text not null,
  position integer not null
);
create table indicators.indicator_version (
  id uuid constraint indicator_version_pk primary key,
  indicator_id uuid not null constraint indicator_version_indicator references indicators.indicator (id),
  version smallint not null,
  name_vi text not null,
  name_en text not null,
  kind text not null constraint indicator_kind_known check (kind in ('ratio', 'value')),
  -- Expressions over measure codes; null numerator: nobody has a source for it yet.
  numerator text,
  denominator text,
  -- 100: shown as a percentage; 1: as it is.
  factor integer not null constraint indicator_factor_range check (factor in (1, 100, 1000, 10000, 100000)),
  unit_vi text not null,
  unit_en text not null,
  decimals smallint not null constraint indicator_decimals_range check (decimals between 0 and 6),
  better text not null constraint indicator_better_known check (better in ('higher', 'lower')),
  -- The numerator counts a part of what the denominator counts, so it cannot be larger.
  part_of_whole boolean not null,
  source_note text not null default '',
  valid_from date not null,
  valid_to date,
  created_at timestamptz not null,
  created_by uuid not null,
  constraint indicator_version_once unique (indicator_id, version),
  constraint indicator_ratio_has_both check ((kind = 'ratio') = (denominator is not null) or numerator is null)
);

create table indicators.target (
  id uuid constraint target_pk primary key,
  indicator_id uuid not null constraint target_indicator references indicators.indicator (id),
  level text not null constraint target_level_known check (level in ('nation', 'province', 'city', 'ward')),
  -- As printed, and as read: a list of parts with operator, value, unit and last day (see kernel/target).
  text text not null,
  parts jsonb not null,
  valid_from date not null,
  valid_to date,
  source text not null default '',
  created_at timestamptz not null,
  created_by uuid not null
);
create index target_by_indicator on indicators.target (indicator_id, level, valid_from);
