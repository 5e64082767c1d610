-- What a case counts for at present: one row for each measure, unit and day, with the fact that stands for it. The facts of a case add up
-- to these rows at every commit. Without anything of a person, so that counts are seen where cases are not (like indicators.fact_value).
create table cases.counted (
  case_id uuid not null constraint counted_case references cases."case" (id),
  measure text not null,
  unit_id uuid not null constraint counted_unit references organisation.unit (id),
  day date not null,
  value bigint not null,
  fact_id uuid not null,
  constraint counted_pk primary key (case_id, measure, unit_id, day)
);
create index counted_by_place on cases.counted (measure, unit_id, day, case_id);

-- What counting looks at. Runs with its owner's rights: an act that hands a case on to others is counted after its doer ceased to see it.
create view cases.counted_case as
  select c.id, c.code, c.procedure_version_id, c.procedure_code, c.field_code, c.competent_unit_id, c.received_unit_id, c.channel, c.remote,
    c.online_level, c.authentication, c.business, c.finance, c.sync, c.received_at, c.due_at, c.ended_at, c.returned_at, c.return_way,
    c.on_time, c.fee_total_vnd, c.paid_vnd, c.paid_online, c.supplements, c.changed_at,
    (c.subject_identity is not null or exists (
      select from cases.party p where p.case_id = c.id and p.role = 'subject' and coalesce(p.identity_number, p.tax_code) is not null))
      as identified,
    exists (select from cases.paper p where p.case_id = c.id and p.removed_at is null and p.file_id is not null) as has_paper_file,
    exists (select from cases.paper p where p.case_id = c.id and p.removed_at is null and p.source = 'reused') as has_reused,
    exists (select from cases.paper p where p.case_id = c.id and p.removed_at is null and p.source = 'national') as has_national,
    exists (select from cases.result r where r.case_id = c.id and r.revoked_at is null and r.written) as has_written,
    exists (select from cases.result r where r.case_id = c.id and r.revoked_at is null and r.written and r.file_id is not null) as has_result_file,
    coalesce((
      select jsonb_agg(jsonb_build_object('at', a.at, 'online', coalesce(a.details ->> 'online', 'false') = 'true') order by a.number)
      from cases.act a where a.case_id = c.id and a.act = 'confirm-payment'), '[]') as payments,
    c.demonstration
  from cases."case" c;

-- When a case was due, as it was known at any moment, and whether it waited for papers: for stocks of past moments.
create view cases.due_history as
  select case_id, at, id, due_after from cases.due_change;
create view cases.wait_history as
  select case_id, kind, from_at, to_at from cases.pause;

-- Points of the 766 index by indicator, dated. `checked`: somebody compared them with the decision.
create table cases.index_weight (
  indicator text not null,
  points numeric not null constraint index_weight_range check (points between 0 and 100),
  checked boolean not null default false,
  source text not null,
  valid_from date not null,
  constraint index_weight_pk primary key (indicator, valid_from)
);
