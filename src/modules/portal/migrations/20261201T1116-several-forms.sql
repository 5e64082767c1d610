-- The versions of the forms that an application is written on, what each asks as a hash, and what its last change of version did to single
-- answers. Answers to the form without a mark are the fields `form.NAME` (put aside: `aside.NAME`), to another `form.NAME@MARK`.
create table portal.draft_form (
  draft_id uuid not null constraint draft_form_draft references portal.draft (id) on delete cascade,
  mark text not null,
  version_id uuid not null,
  hash text not null,
  notices jsonb not null default '[]',
  constraint draft_form_pk primary key (draft_id, mark)
);
insert into portal.draft_form (draft_id, mark, version_id, hash, notices)
  select id, '', form_version_id, form_hash, form_notices from portal.draft where form_version_id is not null;
alter table portal.draft drop constraint draft_form;
alter table portal.draft drop column form_version_id, drop column form_hash, drop column form_notices;

alter table portal.draft_form enable row level security;
create policy draft_form_own on portal.draft_form using (exists (select from portal.draft d where d.id = draft_id));
