-- How each channel to the citizen behaves. What is secret (addresses of providers, keys) is configuration, not data.
create table cases.message_channel (
  channel text constraint message_channel_pk primary key
    constraint message_channel_known check (channel in ('email', 'sms', 'zalo')),
  per_minute integer not null constraint message_channel_rate check (per_minute between 1 and 10000),
  most_attempts smallint not null constraint message_channel_attempts check (most_attempts between 1 and 20),
  -- Letters without marks: a text message of the old alphabet holds 160 of them, of the other 70.
  plain_letters boolean not null,
  -- The provider asked to wait (429 with Retry-After).
  paused_until timestamptz
);
insert into cases.message_channel (channel, per_minute, most_attempts, plain_letters) values
  ('email', 120, 8, false), ('sms', 60, 8, true), ('zalo', 60, 8, false);

-- What is said at which act. Words with {places} from a fixed list (domain/template.ts), never code. Dated; a change is a new row.
create table cases.message_template (
  id uuid constraint message_template_pk primary key,
  act text not null,
  channel text not null constraint message_template_channel references cases.message_channel (channel),
  language text not null constraint message_template_language check (language in ('vi', 'en')),
  -- Empty where the channel has none.
  subject text not null,
  text text not null constraint message_template_some check (text <> ''),
  -- Sent by itself when the act happens; otherwise only offered to who writes.
  automatic boolean not null,
  valid_from date not null,
  valid_to date,
  reason text not null,
  changed_by uuid,
  changed_at timestamptz not null,
  constraint message_template_days check (valid_to >= valid_from)
);
create index message_template_by_act on cases.message_template (act, channel, language, valid_from);

insert into cases.message_template (id, act, channel, language, subject, text, automatic, valid_from, reason, changed_at)
select gen_random_uuid(), t.act, c.channel, l.language,
  case when c.channel <> 'email' then '' when l.language = 'vi' then t.subject_vi else t.subject_en end,
  case when c.channel = 'email' and l.language = 'vi' then 'Kính gửi {name},' || E'\n\n' || t.text_vi || E'\n\n' || '{unit}'
       when c.channel = 'email' then 'Dear {name},' || E'\n\n' || t.text_en || E'\n\n' || '{unit}'
       when l.language = 'vi' then t.text_vi else t.text_en end,
  l.language = 'vi' and c.channel in ('email', 'sms'), date '2025-07-01', 'Mẫu ban đầu / first wording', now()
from (values
  ('receive', 'Hồ sơ {code} đã được tiếp nhận', 'Case {code} was received',
   'Hồ sơ {code} đã được tiếp nhận, hẹn trả kết quả {due}. Mã tra cứu {secret}.',
   'Case {code} was received; the result is due {due}. Look-up secret {secret}.'),
  ('refuse', 'Hồ sơ không được tiếp nhận', 'A case was not received',
   'Hồ sơ {code} không được tiếp nhận. Lý do: {reason}', 'Case {code} was not received. Reason: {reason}'),
  ('ask-supplement', 'Hồ sơ {code} cần bổ sung', 'Case {code} needs supplements',
   'Hồ sơ {code} cần bổ sung, hoàn thiện. Nội dung: {reason}', 'Case {code} needs supplements: {reason}'),
  ('ask-payment', 'Hồ sơ {code} có khoản phải nộp', 'Case {code} has something to pay',
   'Hồ sơ {code} có khoản phải nộp {fee}.', 'There is {fee} to pay for case {code}.'),
  ('extend', 'Xin lỗi và hẹn lại ngày trả kết quả hồ sơ {code}', 'Apology: a new date for case {code}',
   '{unit} xin lỗi vì hồ sơ {code} chưa xong đúng hẹn. Hẹn lại {due}. Lý do: {reason}',
   '{unit} apologises: case {code} is not ready in time. New date {due}. Reason: {reason}'),
  ('decide', 'Hồ sơ {code} đã có kết quả', 'The result of case {code} is ready',
   'Hồ sơ {code} đã có kết quả. Mời nhận tại {unit}.', 'The result of case {code} is ready at {unit}.'),
  ('stop', 'Dừng giải quyết hồ sơ {code}', 'Handling of case {code} has stopped',
   'Hồ sơ {code} dừng giải quyết. Lý do: {reason}', 'Handling of case {code} has stopped. Reason: {reason}')
) as t (act, subject_vi, subject_en, text_vi, text_en)
cross join cases.message_channel c
cross join (values ('vi'), ('en')) as l (language);

create table cases.message (
  -- Also the key under which the provider must count it once, however often it is given.
  id uuid constraint message_pk primary key,
  case_id uuid not null constraint message_case references cases."case" (id),
  -- The act that sent it; null: written by an official.
  act_number integer,
  act text,
  channel text not null constraint message_channel_ref references cases.message_channel (channel),
  template_id uuid constraint message_template_ref references cases.message_template (id),
  language text not null constraint message_language check (language in ('vi', 'en')),
  -- Personal data: never in logs.
  recipient text not null,
  subject text not null,
  text text not null,
  written_by uuid,
  written_by_name text,
  -- queued: not tried. waiting: tried, will be tried again. not-configured: nobody to give it to. sent: taken by the provider.
  -- delivered, undelivered: the provider said so. given-up: tried too often, refused for good, or too old.
  state text not null constraint message_state_known
    check (state in ('queued', 'waiting', 'not-configured', 'sent', 'delivered', 'undelivered', 'given-up')),
  attempts smallint not null default 0,
  -- A code, never the provider's text: that may hold the address.
  last_error text,
  provider_id text,
  queued_at timestamptz not null,
  next_at timestamptz,
  tried_at timestamptz,
  sent_at timestamptz,
  settled_at timestamptz,
  constraint message_once_per_act unique (case_id, act_number, channel),
  constraint message_next check ((state in ('queued', 'waiting', 'not-configured')) = (next_at is not null))
);
create index message_by_case on cases.message (case_id, id);
create index message_due on cases.message (channel, next_at, id) where next_at is not null;
create index message_tried on cases.message (channel, tried_at) where tried_at is not null;
create index message_stuck on cases.message (state, settled_at) where state in ('given-up', 'undelivered');
create unique index message_provider on cases.message (channel, provider_id) where provider_id is not null;
alter table cases.message enable row level security;
create policy message_scope on cases.message using (exists (select from cases."case" c where c.id = case_id)) with check (true);

-- Delivery reports that were taken, so that none counts twice.
create table cases.message_report (
  id text constraint message_report_pk primary key,
  at timestamptz not null
);
create index message_report_at on cases.message_report (at);

-- When somebody is told of a deadline. `amount` in working hours or working days of the unit that holds the case.
create table cases.escalation_rule (
  id uuid constraint escalation_rule_pk primary key,
  name_vi text not null,
  name_en text not null,
  moment text not null constraint escalation_moment check (moment in ('before-due', 'at-due', 'after-due')),
  amount smallint not null constraint escalation_amount check (amount between 0 and 500),
  time_unit text not null constraint escalation_unit check (time_unit in ('working-hours', 'working-days')),
  -- Null: everywhere; else the unit and what stands under it.
  unit_id uuid constraint escalation_rule_unit references organisation.unit (id),
  procedure_code text,
  field_code text,
  recipient text not null constraint escalation_recipient check (recipient in ('officer', 'head', 'city')),
  valid_from date not null,
  valid_to date,
  -- Watches deadlines that fall after this moment.
  armed_at timestamptz not null,
  checked_at timestamptz,
  last_fired_at timestamptz,
  fired bigint not null default 0,
  version integer not null,
  changed_by uuid,
  changed_at timestamptz not null,
  constraint escalation_days check (valid_to >= valid_from),
  constraint escalation_at_due check ((moment = 'at-due') = (amount = 0))
);
insert into cases.escalation_rule (id, name_vi, name_en, moment, amount, time_unit, recipient, valid_from, armed_at, version, changed_at) values
  (gen_random_uuid(), 'Nhắc cán bộ trước hạn 1 ngày', 'Remind the officer one day before', 'before-due', 1, 'working-days', 'officer', '2025-07-01', now(), 1, now()),
  (gen_random_uuid(), 'Nhắc lãnh đạo trước hạn 4 giờ', 'Remind the head four hours before', 'before-due', 4, 'working-hours', 'head', '2025-07-01', now(), 1, now()),
  (gen_random_uuid(), 'Báo lãnh đạo khi quá hạn', 'Tell the head when it is due and open', 'at-due', 0, 'working-hours', 'head', '2025-07-01', now(), 1, now()),
  (gen_random_uuid(), 'Báo cấp trên khi quá hạn 2 ngày', 'Tell the unit above two days after', 'after-due', 2, 'working-days', 'city', '2025-07-01', now(), 1, now());

-- That a rule fired for a case: once for each due moment, so a moved deadline arms it again.
create table cases.escalation_firing (
  rule_id uuid not null constraint firing_rule references cases.escalation_rule (id),
  case_id uuid not null constraint firing_case references cases."case" (id),
  due_at timestamptz not null,
  at timestamptz not null,
  -- { accountId } or { unitId, permission }.
  recipients jsonb not null,
  constraint escalation_firing_pk primary key (rule_id, case_id, due_at)
);
create index escalation_firing_by_case on cases.escalation_firing (case_id, at);
alter table cases.escalation_firing enable row level security;
create policy escalation_firing_scope on cases.escalation_firing
  using (exists (select from cases."case" c where c.id = case_id)) with check (true);

-- To an account, or to whoever holds a permission at a unit.
create table cases.notice (
  id uuid constraint notice_pk primary key,
  account_id uuid,
  unit_id uuid constraint notice_unit references organisation.unit (id),
  permission text,
  case_id uuid not null constraint notice_case references cases."case" (id),
  kind text not null constraint notice_kind check (kind in ('escalation', 'apology')),
  rule_id uuid constraint notice_rule references cases.escalation_rule (id),
  due_at timestamptz not null,
  at timestamptz not null,
  constraint notice_to check ((account_id is null) <> (unit_id is null) and (unit_id is null) = (permission is null))
);
create index notice_by_account on cases.notice (account_id, id) where account_id is not null;
create index notice_by_unit on cases.notice (unit_id, permission, id) where unit_id is not null;
create table cases.notice_read (
  notice_id uuid not null constraint notice_read_notice references cases.notice (id),
  account_id uuid not null,
  at timestamptz not null,
  constraint notice_read_pk primary key (notice_id, account_id)
);

-- What the watch over deadlines and forecasts goes by.
create table cases.watch_setting (
  key text constraint watch_setting_pk primary key,
  value integer not null,
  changed_at timestamptz not null
);
insert into cases.watch_setting values ('apology-hours', 8, now()), ('apology-likelihood-percent', 50, now());

-- Apology and new date (form 04), proposed before the deadline passes. A leader extends the case with it, or does not.
create table cases.apology_draft (
  id uuid constraint apology_draft_pk primary key,
  case_id uuid not null constraint apology_case references cases."case" (id),
  due_at timestamptz not null,
  proposed_due_at timestamptz not null,
  late_reason text not null,
  step_id text,
  person_name text,
  text text not null,
  -- Of how many ended cases the proposal is made, and how many of them ended by the proposed moment; null: default term.
  of_cases integer,
  by_then integer,
  state text not null constraint apology_state check (state in ('open', 'used', 'dropped')),
  made_at timestamptz not null,
  settled_at timestamptz,
  constraint apology_once unique (case_id, due_at)
);
create index apology_open on cases.apology_draft (due_at, id) where state = 'open';
alter table cases.apology_draft enable row level security;
create policy apology_draft_scope on cases.apology_draft
  using (exists (select from cases."case" c where c.id = case_id)) with check (true);

-- How long cases took: working minutes from entering a step until the end, by bucket (domain/forecast.ts). Only counts: what a forecast is made
-- from, never a forecast. Step '*': from receipt.
create table cases.step_course (
  procedure_code text not null,
  field_code text not null,
  unit_id uuid not null,
  step_id text not null,
  bucket smallint not null,
  cases integer not null,
  constraint step_course_pk primary key (procedure_code, unit_id, step_id, bucket)
);
create index step_course_by_field on cases.step_course (field_code, step_id, bucket);
