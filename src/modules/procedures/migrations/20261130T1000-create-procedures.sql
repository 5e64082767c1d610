create schema procedures;

create table procedures.field (
  code text constraint field_pk primary key,
  name_vi text not null,
  name_en text not null,
  -- Both names without marks and case.
  search_text text not null
);

-- By when a decision has to be taken and made public (766 index, 1.1 and 1.2), by who announces it: numbers that a rule may change.
create table procedures.publication_rule (
  announcer text constraint publication_rule_pk primary key
    constraint publication_rule_announcer_known check (announcer in ('province', 'ministry')),
  decide_days_before integer not null constraint publication_rule_before check (decide_days_before between 0 and 250),
  publish_days_after integer not null constraint publication_rule_after check (publish_days_after between 0 and 250),
  source text not null
);
insert into procedures.publication_rule (announcer, decide_days_before, publish_days_after, source) values
  ('province', 5, 5, 'decision-766'),
  ('ministry', 20, 10, 'decision-766');

create table procedures.procedure (
  id uuid constraint procedure_pk primary key,
  code text not null constraint procedure_code_unique unique,
  created_at timestamptz not null,
  created_by uuid not null
);

-- One version of what the procedure says. A draft has no days; in force from valid_from until before valid_to.
create table procedures.version (
  id uuid constraint version_pk primary key,
  procedure_id uuid not null constraint version_procedure references procedures.procedure (id),
  number integer not null constraint version_number_positive check (number > 0),
  state text not null constraint version_state_known check (state in ('draft', 'published', 'abolished')),
  valid_from date,
  valid_to date,
  content jsonb not null,
  -- Taken out of the content, for lists and joins.
  name_vi text not null,
  name_en text not null,
  field_code text not null constraint version_field references procedures.field (code),
  online_level text not null,
  demonstration boolean not null,
  search_text text not null,
  -- The decision that announces it (quyết định công bố) and the moment of publishing it (công khai).
  decision_number text,
  decision_on date,
  announcer text not null default 'province' constraint version_announcer references procedures.publication_rule (announcer),
  decision_kind text constraint version_decision_kind_known check (decision_kind in ('new', 'amended', 'abolished')),
  published_at timestamptz,
  published_by uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  changed_at timestamptz not null,
  -- Who saved the draft last: somebody else publishes it.
  changed_by uuid not null,
  -- Grows with each save: a draft saved by two people at once is refused to the second.
  revision integer not null default 1,
  constraint version_number_once unique (procedure_id, number),
  constraint version_days check (valid_to is null or valid_to > valid_from),
  constraint version_published_whole check (state = 'draft' or (valid_from is not null and published_at is not null))
);
create unique index version_one_draft on procedures.version (procedure_id) where state = 'draft';
create unique index version_one_beginning on procedures.version (procedure_id, valid_from) where state <> 'draft';
create index version_by_decision on procedures.version (decision_on) where state <> 'draft';
create index version_by_field on procedures.version (field_code, procedure_id);

-- One version of how its cases are handled. Null unit: everywhere; else only in that unit and below.
create table procedures.process_version (
  id uuid constraint process_version_pk primary key,
  procedure_id uuid not null constraint process_version_procedure references procedures.procedure (id),
  unit_id uuid constraint process_version_unit references organisation.unit (id),
  number integer not null constraint process_version_number_positive check (number > 0),
  state text not null constraint process_version_state_known check (state in ('draft', 'published', 'replaced', 'withdrawn')),
  process jsonb not null,
  note text not null default '',
  published_at timestamptz,
  published_by uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  changed_at timestamptz not null,
  changed_by uuid not null,
  revision integer not null default 1,
  constraint process_version_number_once unique nulls not distinct (procedure_id, unit_id, number)
);
create unique index process_version_one_published on procedures.process_version (procedure_id, unit_id) nulls not distinct
  where state = 'published';
create unique index process_version_one_draft on procedures.process_version (procedure_id, unit_id) nulls not distinct
  where state = 'draft';
