create schema cases;

-- The identifier of a unit from which dossier codes are made (mã định danh cơ quan). Dated: after a merger the new unit's holds.
create table cases.unit_code (
  unit_id uuid not null constraint unit_code_unit references organisation.unit (id),
  code text not null constraint unit_code_shape check (code ~ '^[A-Z][0-9]{2}([.][0-9]{2,3}){0,4}$'),
  valid_from date not null,
  valid_to date,
  constraint unit_code_pk primary key (unit_id, valid_from),
  constraint unit_code_days check (valid_to > valid_from)
);

create index unit_code_by_code on cases.unit_code (code);

-- The last number given by a unit on a day: taken under its row lock in the transaction of the intake, so there are no gaps.
create table cases.counter (
  unit_code text not null,
  day date not null,
  last integer not null,
  constraint counter_pk primary key (unit_code, day)
);

-- Why something was late, as people choose it from a list. Data with validity.
create table cases.late_reason (
  code text constraint late_reason_pk primary key constraint late_reason_shape check (code ~ '^[a-z0-9][a-z0-9-]*$'),
  name_vi text not null,
  name_en text not null,
  valid_from date not null,
  valid_to date,
  constraint late_reason_days check (valid_to > valid_from)
);
insert into cases.late_reason (code, name_vi, name_en, valid_from) values
  ('coordination', 'Cơ quan phối hợp trả lời chậm', 'A coordinating unit answered late', '2025-07-01'),
  ('verification', 'Phải xác minh, kiểm tra thực tế', 'Verification on site was needed', '2025-07-01'),
  ('workload', 'Hồ sơ tăng đột biến, thiếu người', 'Too many cases for the staff', '2025-07-01'),
  ('system', 'Hệ thống, đường truyền gián đoạn', 'Systems or lines were down', '2025-07-01'),
  ('regulation', 'Quy định chưa rõ, phải xin hướng dẫn', 'The rules were unclear and guidance was asked', '2025-07-01'),
  ('officer', 'Nguyên nhân chủ quan của người giải quyết', 'The officer''s own delay', '2025-07-01'),
  ('force-majeure', 'Thiên tai, dịch bệnh, bất khả kháng', 'Disaster, epidemic, force majeure', '2025-07-01');

-- Which of the national portal's codes of a case's state (TrangThaiHoSo) a state counts as. Data with validity; null: none.
create table cases.national_state (
  business text not null,
  code smallint not null constraint national_state_range check (code between 1 and 99),
  valid_from date not null,
  valid_to date,
  constraint national_state_pk primary key (business, valid_from),
  constraint national_state_days check (valid_to > valid_from)
);
insert into cases.national_state (business, code, valid_from) values
  ('submitted', 1, '2025-07-01'), ('received', 2, '2025-07-01'), ('refused', 3, '2025-07-01'), ('processing', 4, '2025-07-01'),
  ('supplement', 5, '2025-07-01'), ('payment', 6, '2025-07-01'), ('withdrawn', 7, '2025-07-01'), ('stopped', 8, '2025-07-01'),
  ('decided', 9, '2025-07-01'), ('returned', 10, '2025-07-01');

create table cases."case" (
  id uuid constraint case_pk primary key,
  -- Null until received (or sent online).
  code text constraint case_code_unique unique,
  -- Four signs printed on the receipt; with the code they open the public page. Kept as the citizen needs it again.
  secret text not null,
  procedure_id uuid not null,
  procedure_code text not null,
  procedure_name text not null,
  procedure_version_id uuid not null,
  field_code text not null,
  process_version_id uuid not null,
  title text not null,
  -- Three units apart: where it was helped with, where it was received, who decides. unit_id: who holds it now.
  helped_unit_id uuid constraint case_helped references organisation.unit (id),
  received_unit_id uuid not null constraint case_received references organisation.unit (id),
  competent_unit_id uuid not null constraint case_competent references organisation.unit (id),
  unit_id uuid not null constraint case_holder references organisation.unit (id),
  channel text not null constraint case_channel_known check (channel in ('counter', 'online', 'post')),
  -- Filed from afar, without coming to a counter.
  remote boolean not null,
  online_level text not null constraint case_level_known check (online_level in ('none', 'partial', 'full')),
  authentication text not null constraint case_authentication_known check (authentication in ('none', 'card-seen', 'eid-1', 'eid-2')),
  -- Four states, apart.
  business text not null constraint case_business_known check (business in ('draft', 'submitted', 'received', 'refused',
    'processing', 'supplement', 'payment', 'withdrawn', 'stopped', 'decided', 'returned')),
  -- From which state it came to wait.
  business_before text,
  finance text not null constraint case_finance_known check (finance in ('none', 'due', 'paid', 'waived', 'refund-due', 'refunded')),
  delivery text not null constraint case_delivery_known check (delivery in ('none', 'ready', 'sent', 'delivered')),
  sync text not null constraint case_sync_known check (sync in ('none', 'pending', 'sent', 'confirmed', 'failed')),
  outcome text constraint case_outcome_known check (outcome in ('granted', 'rejected')),
  -- Where in the process it stands, who works on it, until when the step should be done.
  step_id text,
  step_since timestamptz,
  step_due_at timestamptz,
  assignee_id uuid,
  assignee_name text,
  -- Answers over which conditions of the process, the fees and the limits are asked.
  answers jsonb not null,
  -- { amount, unit, rule } of the version in force at receipt.
  term jsonb not null,
  filed_at timestamptz not null,
  received_at timestamptz,
  -- As promised on the receipt, and as it is after pauses and the extension. Null: not running (not received, or paused).
  first_due_at timestamptz,
  due_at timestamptz,
  extended boolean not null default false,
  ended_at timestamptz,
  returned_at timestamptz,
  return_way text constraint case_return_way_known check (return_way in ('desk', 'post', 'online')),
  -- Fixed when it ended: ended by the due moment or not. Null while open.
  on_time boolean,
  late_reason text,
  late_step text,
  fee_total_vnd bigint not null default 0,
  paid_vnd bigint not null default 0,
  paid_online boolean not null default false,
  supplements integer not null default 0,
  paper_count integer not null default 0,
  -- The one the case is about, for lists; the rest stands in cases.party.
  subject_name text not null,
  subject_identity text,
  subject_phone text,
  -- Code, names, phones, identity and tax numbers without marks and in small letters.
  search_text text not null,
  demonstration boolean not null default false,
  -- Grows with each act: two people acting at once, and one of them is told.
  version integer not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint case_received_whole check (received_at is null or code is not null),
  constraint case_paid_range check (paid_vnd >= 0 and fee_total_vnd >= 0)
);

create table cases.party (
  id uuid constraint party_pk primary key,
  case_id uuid not null constraint party_case references cases."case" (id),
  -- subject: whose matter it is (chủ hồ sơ). representative: who files for them (người nộp), with the ground.
  role text not null constraint party_role_known check (role in ('subject', 'representative')),
  kind text not null constraint party_kind_known check (kind in ('person', 'household-business', 'enterprise', 'organisation')),
  name text not null,
  identity_number text,
  tax_code text,
  born_on date,
  gender text constraint party_gender_known check (gender in ('male', 'female')),
  phone text,
  email text,
  address text,
  -- Ground of representation.
  ground text,
  -- Codes of what was doubted and accepted all the same (unknown province of a number, say).
  warnings text[] not null default '{}'
);
create index party_by_case on cases.party (case_id);
create index party_by_identity on cases.party (identity_number, case_id) where identity_number is not null;
create index party_by_tax_code on cases.party (tax_code, case_id) where tax_code is not null;
create index party_by_phone on cases.party (phone, case_id) where phone is not null;

-- The log of the case: every act, in order, never edited. Forms 06 and 07 and the counts are made from it.
create table cases.act (
  case_id uuid not null constraint act_case references cases."case" (id),
  number integer not null,
  act text not null,
  at timestamptz not null,
  actor_id uuid not null,
  actor_name text not null,
  -- For whom the actor acted, and who held the case before and after.
  unit_id uuid not null constraint act_unit references organisation.unit (id),
  from_unit_id uuid,
  to_unit_id uuid,
  from_step text,
  to_step text,
  from_state text,
  to_state text not null,
  -- Reason, note, codes, ids of papers: what the act was given (domain/act.ts describes it by act).
  details jsonb not null,
  constraint act_pk primary key (case_id, number)
);
create index act_by_time on cases.act (at);

create table cases.paper (
  id uuid constraint paper_pk primary key,
  case_id uuid not null constraint paper_case references cases."case" (id),
  code text not null,
  name text not null,
  form text not null constraint paper_form_known check (form in ('original', 'certified-copy', 'copy', 'electronic')),
  copies smallint not null,
  source text not null constraint paper_source_known check (source in ('citizen', 'scanned', 'reused', 'national')),
  -- The file in the platform's store, once it was looked at (cases.file_check); null: on paper only.
  file_id uuid,
  note text not null default '',
  added_at timestamptz not null,
  removed_at timestamptz
);
create index paper_by_case on cases.paper (case_id);

-- What was found when an uploaded file was looked at: type by content, virus, scripts.
create table cases.file_check (
  file_id uuid constraint file_check_pk primary key,
  media_type text not null,
  state text not null constraint file_check_state_known check (state in ('clean', 'infected', 'unchecked', 'refused')),
  warnings text[] not null default '{}',
  checked_at timestamptz not null
);

create table cases.result (
  id uuid constraint result_pk primary key,
  case_id uuid not null constraint result_case references cases."case" (id),
  code text not null,
  name text not null,
  written boolean not null,
  number text,
  issued_on date not null,
  file_id uuid,
  issued_by uuid not null,
  created_at timestamptz not null,
  -- The case was reopened: the result no longer holds, and stays on record.
  revoked_at timestamptz
);
create index result_by_case on cases.result (case_id);
-- A case has each result at most once.
create unique index result_once on cases.result (case_id, code) where revoked_at is null;

create table cases.pause (
  id uuid constraint pause_pk primary key,
  case_id uuid not null constraint pause_case references cases."case" (id),
  kind text not null constraint pause_kind_known check (kind in ('supplement', 'payment')),
  from_at timestamptz not null,
  to_at timestamptz,
  -- False: no legal ground to stop the clock; kept because waiting counts elsewhere.
  stops_clock boolean not null,
  reason text not null
);
create index pause_by_case on cases.pause (case_id);
create unique index pause_one_open on cases.pause (case_id) where to_at is null;

-- Every change of the due moment: why, on what ground, by whom. kind 'extension' happens once (form 04).
create table cases.due_change (
  id uuid constraint due_change_pk primary key,
  case_id uuid not null constraint due_change_case references cases."case" (id),
  kind text not null constraint due_change_kind_known check (kind in ('first', 'pause', 'resume', 'extension', 'calendar', 'transfer', 'reopen')),
  at timestamptz not null,
  due_before timestamptz,
  due_after timestamptz,
  reason text not null,
  -- The decision on which it rests (a change of the calendar, an extension).
  decision text,
  by_id uuid not null,
  by_name text not null
);
create index due_change_by_case on cases.due_change (case_id, at);
create unique index due_change_one_extension on cases.due_change (case_id) where kind = 'extension';

create table cases.opinion (
  id uuid constraint opinion_pk primary key,
  case_id uuid not null constraint opinion_case references cases."case" (id),
  step_id text not null,
  unit_id uuid not null constraint opinion_unit references organisation.unit (id),
  question text not null,
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  due_at timestamptz,
  answer text,
  agrees boolean,
  answered_by uuid,
  answered_by_name text,
  answered_at timestamptz,
  file_id uuid,
  withdrawn_at timestamptz
);
create index opinion_by_case on cases.opinion (case_id);
create index opinion_waiting on cases.opinion (unit_id, due_at) where answered_at is null and withdrawn_at is null;

create table cases.fee (
  case_id uuid not null constraint fee_case references cases."case" (id),
  code text not null,
  kind text not null constraint fee_kind_known check (kind in ('charge', 'levy')),
  name text not null,
  amount_vnd bigint not null constraint fee_amount_range check (amount_vnd >= 0),
  -- What was taken off, and for whom.
  exempted_vnd bigint not null default 0,
  exemption text,
  constraint fee_pk primary key (case_id, code)
);

-- Units that were asked for an opinion or had a step of it see the case: ids only, so that the policy of the case need not ask a table that asks the case.
create table cases.asked (
  case_id uuid not null constraint asked_case references cases."case" (id),
  unit_id uuid not null constraint asked_unit references organisation.unit (id),
  constraint asked_pk primary key (unit_id, case_id)
);

-- Row security: the three units of a case, who holds it now, and units asked for an opinion.
alter table cases."case" enable row level security;
create policy case_scope on cases."case"
  using (
    (select platform.scope_is_all())
    or competent_unit_id in (select organisation.scoped_unit_ids())
    or received_unit_id in (select organisation.scoped_unit_ids())
    or unit_id in (select organisation.scoped_unit_ids())
    or helped_unit_id in (select organisation.scoped_unit_ids())
    or id in (select a.case_id from cases.asked a where a.unit_id in (select organisation.scoped_unit_ids())))
  with check (true);

-- The other tables are seen with their case.
alter table cases.party enable row level security;
create policy party_scope on cases.party using (exists (select from cases."case" c where c.id = case_id)) with check (true);
alter table cases.act enable row level security;
create policy act_scope on cases.act using (exists (select from cases."case" c where c.id = case_id)) with check (true);
alter table cases.paper enable row level security;
create policy paper_scope on cases.paper using (exists (select from cases."case" c where c.id = case_id)) with check (true);
alter table cases.result enable row level security;
create policy result_scope on cases.result using (exists (select from cases."case" c where c.id = case_id)) with check (true);
alter table cases.pause enable row level security;
create policy pause_scope on cases.pause using (exists (select from cases."case" c where c.id = case_id)) with check (true);
alter table cases.due_change enable row level security;
create policy due_change_scope on cases.due_change using (exists (select from cases."case" c where c.id = case_id)) with check (true);
alter table cases.fee enable row level security;
create policy fee_scope on cases.fee using (exists (select from cases."case" c where c.id = case_id)) with check (true);
alter table cases.opinion enable row level security;
create policy opinion_scope on cases.opinion using (exists (select from cases."case" c where c.id = case_id)) with check (true);
