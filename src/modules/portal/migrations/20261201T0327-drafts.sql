-- An application of a citizen: written field by field, handed in once, then followed as the case that it became.
create table portal.draft (
  id uuid constraint draft_pk primary key,
  citizen_id uuid not null constraint draft_citizen references portal.citizen (id),
  procedure_code text not null,
  state text not null constraint draft_state check (state in ('open', 'filed', 'dropped')),
  case_id uuid,
  case_code text,
  began_at timestamptz not null,
  changed_at timestamptz not null,
  filed_at timestamptz,
  constraint draft_filed check ((state = 'filed') = (case_id is not null))
);
create index draft_of_citizen on portal.draft (citizen_id, id desc) where state <> 'dropped';

-- One row for each field, so that what is kept is lost by nothing that happens to another.
create table portal.draft_field (
  draft_id uuid not null constraint draft_field_draft references portal.draft (id) on delete cascade,
  name text not null,
  value jsonb not null,
  kept_at timestamptz not null,
  constraint draft_field_pk primary key (draft_id, name)
);

-- Who agreed to what, in which words, when; and when it was taken back. Never changed, only added to.
create table portal.consent (
  id uuid constraint consent_pk primary key,
  citizen_id uuid not null constraint consent_citizen references portal.citizen (id),
  draft_id uuid not null constraint consent_draft references portal.draft (id),
  purpose text not null,
  given boolean not null,
  text_version integer not null,
  text_hash text not null,
  language text not null constraint consent_language check (language in ('vi', 'en')),
  at timestamptz not null
);
create index consent_of_draft on portal.consent (draft_id, id);

-- What a citizen thinks of how a case was handled: once, may be changed.
create table portal.rating (
  draft_id uuid constraint rating_pk primary key constraint rating_draft references portal.draft (id),
  citizen_id uuid not null constraint rating_citizen references portal.citizen (id),
  stars integer not null constraint rating_stars check (stars between 1 and 5),
  words text not null,
  at timestamptz not null
);

alter table portal.draft enable row level security;
create policy draft_own on portal.draft using (citizen_id = platform.actor_id());
alter table portal.draft_field enable row level security;
create policy draft_field_own on portal.draft_field using (exists (select from portal.draft d where d.id = draft_id));
alter table portal.consent enable row level security;
create policy consent_own on portal.consent using (citizen_id = platform.actor_id());
alter table portal.rating enable row level security;
create policy rating_own on portal.rating
  using (citizen_id = platform.actor_id()) with check (exists (select from portal.draft d where d.id = draft_id));
