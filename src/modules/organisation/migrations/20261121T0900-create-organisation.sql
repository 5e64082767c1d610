create schema organisation;

-- A unit is only an identity. What it is called, which code it carries and under whom it stands are facts in time
-- (unit_version). An official code is an attribute, never a key: codes are given again to other territories.
create table organisation.unit (
  id uuid constraint unit_pk primary key,
  created_at timestamptz not null default now()
);

create table organisation.decision (
  id uuid constraint decision_pk primary key,
  number text not null constraint decision_number_unique unique,
  issued_on date,
  issuer text not null,
  title text not null,
  url text,
  -- 'checked': read in the gazette; 'unchecked': from a secondary source, still to be checked by a person
  certainty text not null constraint decision_certainty_known check (certainty in ('checked', 'unchecked')),
  created_at timestamptz not null default now()
);

create table organisation.change (
  id uuid constraint change_pk primary key,
  kind text not null constraint change_kind_known
    check (kind in ('create', 'merge', 'split', 'rename', 'recode', 'move', 'dissolve')),
  effective_on date not null,
  decision_id uuid constraint change_decision_fk references organisation.decision (id),
  article text,
  note text,
  -- what the amounts of change_share count; 'none': no amounts are known
  basis text not null constraint change_basis_known check (basis in ('population', 'area', 'none')),
  recorded_by uuid,
  recorded_at timestamptz not null default now()
);
create index change_effective on organisation.change (effective_on, id);
create index change_decision on organisation.change (decision_id);

create table organisation.change_from (
  change_id uuid not null constraint change_from_change_fk references organisation.change (id),
  unit_id uuid not null constraint change_from_unit_fk references organisation.unit (id),
  constraint change_from_pk primary key (change_id, unit_id)
);
create index change_from_unit on organisation.change_from (unit_id);

create table organisation.change_to (
  change_id uuid not null constraint change_to_change_fk references organisation.change (id),
  unit_id uuid not null constraint change_to_unit_fk references organisation.unit (id),
  constraint change_to_pk primary key (change_id, unit_id)
);
create index change_to_unit on organisation.change_to (unit_id);

-- How much of a former unit went to a later one: persons (population) or square metres (area).
-- One amount serves both directions: divided by the former unit's sum, or by the later unit's sum.
create table organisation.change_share (
  change_id uuid not null,
  from_unit_id uuid not null,
  to_unit_id uuid not null,
  amount bigint not null constraint change_share_amount_positive check (amount > 0),
  constraint change_share_pk primary key (change_id, from_unit_id, to_unit_id),
  constraint change_share_from_fk foreign key (change_id, from_unit_id) references organisation.change_from (change_id, unit_id),
  constraint change_share_to_fk foreign key (change_id, to_unit_id) references organisation.change_to (change_id, unit_id)
);

-- What a unit was from valid_from until the day before valid_to (null: still is).
-- The versions of a unit form one chain without gap or overlap, by constraints alone (no extension needed):
-- every version but the first `follows` the one that ends on the day it begins, each has one follower at most,
-- one is first and one is last.
create table organisation.unit_version (
  unit_id uuid not null constraint unit_version_unit_fk references organisation.unit (id),
  code text,
  name text not null,
  short_name text,
  kind text not null,
  level text not null constraint unit_version_level_known check (level in ('nation', 'province', 'district', 'commune')),
  parent_id uuid constraint unit_version_parent_fk references organisation.unit (id),
  valid_from date not null,
  valid_to date,
  follows date,
  decision_id uuid constraint unit_version_decision_fk references organisation.decision (id),
  change_id uuid constraint unit_version_change_fk references organisation.change (id),
  constraint unit_version_pk primary key (unit_id, valid_from),
  constraint unit_version_days check (valid_to > valid_from),
  constraint unit_version_not_own_parent check (parent_id <> unit_id),
  constraint unit_version_one_end unique nulls not distinct (unit_id, valid_to),
  constraint unit_version_one_beginning unique nulls not distinct (unit_id, follows),
  constraint unit_version_follows_directly check (follows = valid_from),
  constraint unit_version_chain foreign key (unit_id, follows)
    references organisation.unit_version (unit_id, valid_to) deferrable initially deferred
);
create index unit_version_parent on organisation.unit_version (parent_id);
create index unit_version_code on organisation.unit_version (code) where code is not null;
-- On any day a code names one unit of a level: here for what is open, in the domain for all days.
create unique index unit_version_open_code on organisation.unit_version (level, code) where valid_to is null and code is not null;

alter table organisation.unit_version
  add constraint unit_version_kind_known check (kind in (
    'country', 'province', 'central-city', 'district', 'town', 'provincial-city', 'ward', 'commune', 'township', 'special-zone',
    'peoples-committee', 'peoples-council', 'party', 'department', 'office', 'public-unit', 'committee', 'group'));

-- What a right over a root with everything below it covers: the root, what stands under it, what ended under it,
-- and the ended predecessors of all these. Kept in the transaction of each change; derived, therefore without foreign keys.
create table organisation.reach (
  root_id uuid not null,
  unit_id uuid not null,
  constraint reach_pk primary key (root_id, unit_id)
);
create index reach_unit on organisation.reach (unit_id);

-- One row. `stamp` changes with every change of the structure, so that a process knows whether what it holds in memory is
-- still true; `reach_day` is the day for which reach was last brought up to date.
create table organisation.structure_state (
  singleton boolean constraint structure_state_pk primary key default true constraint structure_state_one_row check (singleton),
  stamp uuid not null,
  reach_day date not null
);
insert into organisation.structure_state (stamp, reach_day) values (gen_random_uuid(), current_date);

create table organisation.official (
  id uuid constraint official_pk primary key,
  name text not null,
  email text,
  phone text,
  -- the account of the identity module, when the official has one
  account_id uuid constraint official_account_unique unique,
  created_at timestamptz not null default now()
);

create table organisation.position (
  id uuid constraint position_pk primary key,
  official_id uuid not null constraint position_official_fk references organisation.official (id),
  unit_id uuid not null constraint position_unit_fk references organisation.unit (id),
  title text not null,
  valid_from date not null,
  valid_to date,
  decision_id uuid constraint position_decision_fk references organisation.decision (id),
  constraint position_days check (valid_to > valid_from)
);
create index position_unit on organisation.position (unit_id, valid_from);
create index position_official on organisation.position (official_id, valid_from);

create table organisation.delegation (
  id uuid constraint delegation_pk primary key,
  from_official_id uuid not null constraint delegation_from_fk references organisation.official (id),
  to_official_id uuid not null constraint delegation_to_fk references organisation.official (id),
  unit_id uuid not null constraint delegation_unit_fk references organisation.unit (id),
  reach text not null constraint delegation_reach_known check (reach in ('own', 'subtree')),
  permissions text[] not null constraint delegation_permissions_some check (cardinality(permissions) > 0),
  valid_from date not null,
  -- exclusive; a delegation always ends
  valid_to date not null,
  reason text not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  revoked_reason text,
  constraint delegation_days check (valid_to > valid_from),
  constraint delegation_not_to_oneself check (from_official_id <> to_official_id),
  constraint delegation_revocation_whole check ((revoked_at is null) = (revoked_reason is null))
);
create index delegation_to on organisation.delegation (to_official_id, valid_from);
create index delegation_from on organisation.delegation (from_official_id, valid_from);

-- The units the running request may see: its own ones and all that is reached from its roots.
-- Set by the platform per transaction as uuid[] text; not set or empty means none.
create function organisation.scoped_unit_ids() returns setof uuid
language sql stable as $$
  select unnest(coalesce(nullif(current_setting('app.scope_own', true), ''), '{}')::uuid[])
  union
  select r.unit_id from organisation.reach r
  where r.root_id = any (coalesce(nullif(current_setting('app.scope_subtree', true), ''), '{}')::uuid[])
$$;
