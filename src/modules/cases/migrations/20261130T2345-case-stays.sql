-- From when to when a case that counts was with a unit: what is there at a moment is found without looking at every case ever received.
-- Kept with cases.counted, from it, and like it without anything of a person. Null: not finished.
create table cases.stay (
  case_id uuid not null constraint stay_case references cases."case" (id),
  unit_id uuid not null constraint stay_unit references organisation.unit (id),
  received_day date not null,
  finished_day date,
  ending text constraint stay_ending_known check (ending in ('early', 'on_time', 'late')),
  constraint stay_pk primary key (case_id),
  constraint stay_ends_somehow check ((finished_day is null) = (ending is null))
);
create index stay_by_receipt on cases.stay (unit_id, received_day);
-- Those not finished stand together at the end.
create index stay_by_finish on cases.stay (unit_id, finished_day, received_day);

insert into cases.stay (case_id, unit_id, received_day, finished_day, ending)
select r.case_id, r.unit_id, r.day, f.day, substr(f.measure, length('cases_finished_') + 1)
from cases.counted r
left join cases.counted f on f.case_id = r.case_id
  and f.measure in ('cases_finished_early', 'cases_finished_on_time', 'cases_finished_late')
where r.measure = 'cases_received';

-- With the name of the procedure, to list those behind a number.
create or replace view cases.counted_case as
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
    c.demonstration, c.procedure_name
  from cases."case" c;
