create schema auditor;

-- Versions of one report: what people decide about a finding holds for all of them.
create table auditor.series (
  id uuid constraint series_pk primary key,
  unit_id uuid not null constraint series_unit references organisation.unit (id),
  source text not null constraint series_source_known check (source in ('file', 'report')),
  -- The report of ours that it is.
  report_id uuid,
  title text not null,
  -- The title without marks and case, with the period, by which the next version of a file is recognised.
  title_key text not null,
  created_at timestamptz not null,
  constraint series_report_named check ((source = 'report') = (report_id is not null))
);
create unique index series_by_title on auditor.series (unit_id, md5(title_key)) where source = 'file';
create unique index series_by_report on auditor.series (report_id) where source = 'report';
alter table auditor.series enable row level security;
create policy series_scope on auditor.series
  using (platform.scope_is_all() or unit_id in (select organisation.scoped_unit_ids()))
  with check (platform.scope_is_all() or unit_id in (select organisation.scoped_unit_ids()));

-- One version of a report as it was read, and what its latest run found.
create table auditor.audit (
  id uuid constraint audit_pk primary key,
  series_id uuid not null constraint audit_series references auditor.series (id),
  version integer not null constraint audit_version_positive check (version > 0),
  unit_id uuid not null constraint audit_unit references organisation.unit (id),
  unit_name text not null,
  title text not null,
  file_name text not null,
  -- Title, file name and unit without marks and in small letters.
  search_text text not null,
  format text not null,
  period_key text,
  -- Of the bytes of the file, or of the document of a report of ours.
  sha256 text not null,
  document jsonb not null,
  block_count integer not null,
  demonstration boolean not null,
  run_id uuid not null,
  run_at timestamptz not null,
  run_by_name text not null,
  checked jsonb not null,
  created_by uuid not null,
  created_by_name text not null,
  created_at timestamptz not null,
  constraint audit_version_once unique (series_id, version),
  constraint audit_content_once unique (series_id, sha256)
);
create index audit_by_unit on auditor.audit (unit_id, id);
create index audit_by_content on auditor.audit (unit_id, sha256);
alter table auditor.audit enable row level security;
create policy audit_scope on auditor.audit
  using (platform.scope_is_all() or unit_id in (select organisation.scoped_unit_ids()))
  with check (platform.scope_is_all() or unit_id in (select organisation.scoped_unit_ids()));

-- The file as it came, for the annotated export and for reading it again.
create table auditor.original (
  audit_id uuid constraint original_pk primary key constraint original_audit references auditor.audit (id),
  name text not null,
  bytes bytea not null
);
alter table auditor.original enable row level security;
create policy original_scope on auditor.original using (exists (select from auditor.audit where id = audit_id));

-- Each time the rules looked at it. Kept with what they found, also when a later run finds otherwise.
create table auditor.run (
  id uuid constraint run_pk primary key,
  audit_id uuid not null constraint run_audit references auditor.audit (id),
  at timestamptz not null,
  by_id uuid not null,
  by_name text not null,
  checked jsonb not null,
  -- How each table was understood: kinds and number styles of its columns, and how surely.
  read_as jsonb not null
);
create index run_by_audit on auditor.run (audit_id, id);
alter table auditor.run enable row level security;
create policy run_scope on auditor.run using (exists (select from auditor.audit where id = audit_id));

create table auditor.finding (
  run_id uuid not null constraint finding_run references auditor.run (id),
  -- Order of the auditor: gravest first, then as in the document.
  position integer not null,
  rule text not null,
  severity text not null constraint finding_severity_known check (severity in ('proved', 'likely', 'look')),
  key text not null,
  place_key text not null,
  body jsonb not null,
  constraint finding_pk primary key (run_id, position)
);
alter table auditor.finding enable row level security;
create policy finding_scope on auditor.finding using (exists (select from auditor.run where id = run_id));

-- What people made of a finding. The last one about a key holds; none is changed.
create table auditor.decision (
  id uuid constraint decision_pk primary key,
  series_id uuid not null constraint decision_series references auditor.series (id),
  audit_id uuid not null constraint decision_audit references auditor.audit (id),
  rule text not null,
  key text not null,
  place_key text not null,
  decision text not null constraint decision_known check (decision in ('accepted', 'dismissed', 'reopened')),
  reason text not null,
  -- What the document said, in both languages, and in which version of it.
  stated jsonb not null,
  version integer not null,
  by_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  constraint decision_dismissed_for_a_reason check (decision <> 'dismissed' or reason <> '')
);
create index decision_by_series on auditor.decision (series_id, id);
alter table auditor.decision enable row level security;
create policy decision_scope on auditor.decision using (exists (select from auditor.series where id = series_id));

create function auditor.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is kept for ever', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger run_is_for_ever before update or delete on auditor.run
  for each row execute function auditor.refuse_change();
create trigger finding_is_for_ever before update or delete on auditor.finding
  for each row execute function auditor.refuse_change();
create trigger decision_is_for_ever before update or delete on auditor.decision
  for each row execute function auditor.refuse_change();
