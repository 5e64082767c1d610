-- Fees taken off by hand, and paid in parts: paid + waived + outstanding is what is asked in all (fee_total_vnd).
alter table cases."case" add column waived_vnd bigint not null default 0 constraint case_waived_range check (waived_vnd >= 0);
alter table cases."case" drop constraint case_finance_known;
alter table cases."case" add constraint case_finance_known
  check (finance in ('none', 'due', 'partly-paid', 'paid', 'waived', 'refund-due', 'refunded'));
alter table cases.fee add column waived_vnd bigint not null default 0;
-- The legal ground given last; every waiver is an act of the log.
alter table cases.fee add column waiver text;
alter table cases.fee add constraint fee_waived_range check (waived_vnd between 0 and amount_vnd - exempted_vnd);

-- What is due is counted without what was waived, and each payment with its amount.
create or replace view cases.counted_case as
  select c.id, c.code, c.procedure_version_id, c.procedure_code, c.field_code, c.competent_unit_id, c.received_unit_id, c.channel, c.remote,
    c.online_level, c.authentication, c.business, c.finance, c.sync, c.received_at, c.due_at, c.ended_at, c.returned_at, c.return_way,
    c.on_time, c.fee_total_vnd - c.waived_vnd as fee_total_vnd, c.paid_vnd, c.paid_online, c.supplements, c.changed_at,
    (c.subject_identity is not null or exists (
      select from cases.party p where p.case_id = c.id and p.role = 'subject' and coalesce(p.identity_number, p.tax_code) is not null))
      as identified,
    exists (select from cases.paper p where p.case_id = c.id and p.removed_at is null and p.file_id is not null) as has_paper_file,
    exists (select from cases.paper p where p.case_id = c.id and p.removed_at is null and p.source = 'reused') as has_reused,
    exists (select from cases.paper p where p.case_id = c.id and p.removed_at is null and p.source = 'national') as has_national,
    exists (select from cases.result r where r.case_id = c.id and r.revoked_at is null and r.written) as has_written,
    exists (select from cases.result r where r.case_id = c.id and r.revoked_at is null and r.written and r.file_id is not null) as has_result_file,
    coalesce((
      select jsonb_agg(jsonb_build_object('at', a.at, 'online', coalesce(a.details ->> 'online', 'false') = 'true',
        'amountVnd', coalesce((a.details ->> 'amountVnd')::bigint, 0)) order by a.number)
      from cases.act a where a.case_id = c.id and a.act = 'confirm-payment'), '[]') as payments,
    c.demonstration, c.procedure_name
  from cases."case" c;
