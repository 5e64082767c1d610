create schema forms;

create table forms.form (
  id uuid constraint form_pk primary key,
  code text not null constraint form_code_unique unique,
  created_at timestamptz not null,
  created_by uuid not null
);

-- One version of what the form asks. A draft has no days; in force from valid_from until before valid_to.
create table forms.version (
  id uuid constraint version_pk primary key,
  form_id uuid not null constraint version_form references forms.form (id),
  number integer not null constraint version_number_positive check (number > 0),
  state text not null constraint version_state_known check (state in ('draft', 'published')),
  valid_from date,
  valid_to date,
  definition jsonb not null,
  -- SHA-256 of the canonical text of the definition: what a submission names as the form it was filled in on.
  hash text not null constraint version_hash_shape check (hash ~ '^[0-9a-f]{64}$'),
  -- Codes of the procedures that use the form.
  procedures text[] not null default '{}',
  -- Taken out of the definition, for lists.
  title_vi text not null,
  title_en text not null,
  field_count integer not null,
  demonstration boolean not null,
  search_text text not null,
  published_at timestamptz,
  published_by uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  changed_at timestamptz not null,
  -- Who saved the draft last: somebody else publishes it.
  changed_by uuid not null,
  -- Grows with each save: a draft saved by two people at once is refused to the second.
  revision integer not null default 1,
  constraint version_number_once unique (form_id, number),
  constraint version_days check (valid_to is null or valid_to > valid_from),
  constraint version_published_whole check (state = 'draft' or (valid_from is not null and published_at is not null))
);
create unique index version_one_draft on forms.version (form_id) where state = 'draft';
create unique index version_one_beginning on forms.version (form_id, valid_from) where state = 'published';
create index version_by_procedure on forms.version using gin (procedures) where state = 'published';
