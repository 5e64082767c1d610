-- The version of the electronic form that the application is written on, what that version asks as a hash, and what its last change of
-- version did to single answers. The answers themselves are fields (`form.NAME`), and so is what a new version has no place for (`aside.NAME`).
alter table portal.draft add column form_version_id uuid;
alter table portal.draft add column form_hash text;
alter table portal.draft add column form_notices jsonb not null default '[]';
alter table portal.draft add constraint draft_form check ((form_version_id is null) = (form_hash is null));
