create schema reports;

-- A report form. What it says is in its versions, which are never changed.
create table reports.template (
  id uuid constraint template_pk primary key,
  code text not null constraint template_code_unique unique
    constraint template_code_shape check (code ~ '^[a-z0-9][a-z0-9-]{1,79}$'),
  name text not null,
  version integer not null constraint template_version_positive check (version > 0)
);

create table reports.template_version (
  template_id uuid not null constraint template_version_of references reports.template (id),
  version integer not null,
  body jsonb not null,
  note text not null,
  saved_by uuid not null,
  saved_by_name text not null,
  saved_at timestamptz not null,
  constraint template_version_pk primary key (template_id, version)
);

-- An office's own Word file with placeholders for the reports of a template.
create table reports.word_template (
  id uuid constraint word_template_pk primary key,
  template_id uuid not null constraint word_template_of references reports.template (id),
  name text not null,
  file_id uuid not null,
  placeholders jsonb not null,
  unknown jsonb not null,
  uploaded_by_name text not null,
  uploaded_at timestamptz not null
);
create index word_template_by_template on reports.word_template (template_id, id);

create table reports.report (
  id uuid constraint report_pk primary key,
  template_id uuid not null,
  template_version integer not null,
  unit_id uuid not null constraint report_unit references organisation.unit (id),
  unit_name text not null,
  period_key text not null,
  structure_day date not null,
  title text not null,
  -- Title, unit and number without marks and in small letters.
  search_text text not null,
  status text not null constraint report_status_known check (status in ('drafting', 'submitted', 'signed', 'issued')),
  -- Counted up by every change, so that two people do not overwrite each other.
  revision integer not null,
  -- What filling found: context and figures, without wording.
  filling jsonb not null,
  filled_at timestamptz not null,
  missing_count integer not null,
  number integer,
  number_text text,
  issued_on date,
  created_by uuid not null,
  created_by_name text not null,
  created_at timestamptz not null,
  constraint report_template_version foreign key (template_id, template_version)
    references reports.template_version (template_id, version),
  constraint report_issue_whole check ((status = 'issued') = (number is not null and issued_on is not null))
);
create index report_by_unit on reports.report (unit_id, id);
create index report_by_template on reports.report (template_id, id);
alter table reports.report enable row level security;
create policy report_scope on reports.report
  using (platform.scope_is_all() or unit_id in (select organisation.scoped_unit_ids()))
  with check (platform.scope_is_all() or unit_id in (select organisation.scoped_unit_ids()));

-- Wording written by hand, kept across refills; the version guards against overwriting.
create table reports.wording (
  report_id uuid not null constraint wording_report references reports.report (id),
  key text not null,
  text text not null,
  version integer not null,
  edited_by_name text not null,
  edited_at timestamptz not null,
  constraint wording_pk primary key (report_id, key)
);
alter table reports.wording enable row level security;
create policy wording_scope on reports.wording using (exists (select from reports.report where id = report_id));

create table reports.comment (
  id uuid constraint comment_pk primary key,
  report_id uuid not null constraint comment_report references reports.report (id),
  -- The key of a section or block; empty: the whole report.
  place text not null,
  text text not null,
  by_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  resolved_at timestamptz,
  resolved_by_name text
);
create index comment_by_report on reports.comment (report_id, id);
alter table reports.comment enable row level security;
create policy comment_scope on reports.comment using (exists (select from reports.report where id = report_id));

create table reports.step (
  id uuid constraint step_pk primary key,
  report_id uuid not null constraint step_report references reports.report (id),
  step text not null constraint step_known check (step in ('draft', 'submit', 'return', 'sign', 'issue')),
  by_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  note text not null
);
create index step_by_report on reports.step (report_id, id);
alter table reports.step enable row level security;
create policy step_scope on reports.step using (exists (select from reports.report where id = report_id));

-- One series of numbers per agency and year, on paper and electronic (Decree 30/2020 art. 15).
create table reports.number_series (
  unit_id uuid not null constraint number_series_unit references organisation.unit (id),
  year integer not null,
  last integer not null,
  constraint number_series_pk primary key (unit_id, year)
);

-- An issued report for ever: the canonical text, and the SHA-256 of exactly that text.
create table reports.snapshot (
  report_id uuid constraint snapshot_pk primary key constraint snapshot_report references reports.report (id),
  canonical text not null,
  seal text not null constraint snapshot_seal_fits check (seal = encode(sha256(convert_to(canonical, 'UTF8')), 'hex')),
  taken_at timestamptz not null
);
alter table reports.snapshot enable row level security;
create policy snapshot_scope on reports.snapshot using (exists (select from reports.report where id = report_id));

create function reports.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is kept for ever', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger snapshot_is_for_ever before update or delete on reports.snapshot
  for each row execute function reports.refuse_change();
create trigger template_version_is_for_ever before update or delete on reports.template_version
  for each row execute function reports.refuse_change();

-- An issued report may not become anything else.
create function reports.refuse_reissue() returns trigger language plpgsql as $$
begin
  if old.status = 'issued' then
    raise exception 'An issued report cannot change' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger issued_report_is_for_ever before update or delete on reports.report
  for each row execute function reports.refuse_reissue();
