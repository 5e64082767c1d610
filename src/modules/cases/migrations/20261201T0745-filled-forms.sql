-- What an applicant answered on the electronic form of the procedure: the answers as they were taken in, and of which version of the form.
-- The paper made of them is one of the papers of the case. Never changed.
create table cases.filled_form (
  case_id uuid constraint filled_form_pk primary key constraint filled_form_case references cases."case" (id),
  version_id uuid not null,
  form_code text not null,
  version_number integer not null,
  -- SHA-256 of what that version asks.
  hash text not null,
  answers jsonb not null,
  filled_at timestamptz not null
);

alter table cases.filled_form enable row level security;
create policy filled_form_scope on cases.filled_form
  using (exists (select from cases."case" c where c.id = case_id))
  with check (exists (select from cases."case" c where c.id = case_id) or cases.is_new(case_id));
