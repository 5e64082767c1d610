-- What came with the platform has no reason of anybody; the instrument is named as people name it.
alter table complaints.term add column changed_by_name text not null default '';
update complaints.term set source = 'Quyết định 766/QĐ-TTg, chỉ số 5.2', reason = '' where changed_by is null;

-- Whether a complaint that is handed on keeps the moment its answer is due, or is counted anew: what an instrument lays down, from when on,
-- and how sure that is. The time in which it may be refused always begins anew (decision-766, 5.2). A change is a new row.
create table complaints.hand_on_rule (
  id uuid constraint hand_on_rule_pk primary key,
  clock text not null constraint hand_on_rule_clock check (clock in ('kept', 'anew')),
  valid_from date not null constraint hand_on_rule_once unique,
  source text not null,
  certainty text not null constraint hand_on_rule_certainty check (certainty in ('text', 'cited', 'unverified')),
  reason text not null,
  changed_by uuid,
  changed_by_name text not null,
  changed_at timestamptz not null
);
insert into complaints.hand_on_rule (id, clock, valid_from, source, certainty, reason, changed_by_name, changed_at) values
  (gen_random_uuid(), 'kept', '2008-01-01', '', 'unverified', '', '', now());

-- From when the answer is counted, and by whose calendar: those of the first unit as long as the moment is kept.
alter table complaints.complaint add column counted_from timestamptz;
alter table complaints.complaint add column counted_unit_id uuid constraint complaint_counted_unit references organisation.unit (id);
update complaints.complaint set counted_from = filed_at, counted_unit_id = unit_id;
alter table complaints.complaint alter column counted_from set not null;
alter table complaints.complaint alter column counted_unit_id set not null;
-- Who of the unit answers it; nobody in particular when null.
alter table complaints.complaint add column assignee_id uuid;
alter table complaints.complaint add column assignee_name text;
alter table complaints.complaint add constraint complaint_assignee check ((assignee_id is null) = (assignee_name is null));
create index complaint_of_assignee on complaints.complaint (assignee_id, due_at, id) where state = 'open' and assignee_id is not null;
create index complaint_due on complaints.complaint (due_at, id) where state = 'open';

-- The way of a complaint between being filed and answered, which stand in its own row. Never changed.
create table complaints.act (
  id uuid constraint act_pk primary key,
  complaint_id uuid not null constraint act_complaint references complaints.complaint (id),
  act text not null constraint act_kind check (act in ('hand-on', 'assign')),
  at timestamptz not null,
  by_id uuid not null,
  by_name text not null,
  from_unit_id uuid constraint act_from references organisation.unit (id),
  to_unit_id uuid constraint act_to references organisation.unit (id),
  -- Whom it was given to; null: nobody in particular.
  assignee_name text,
  -- Of a handing on: why, as the citizen reads it.
  reason text not null,
  constraint act_handed_on check ((act = 'hand-on') = (from_unit_id is not null) and (act = 'hand-on') = (to_unit_id is not null))
);
create index act_of_complaint on complaints.act (complaint_id, id);
alter table complaints.act enable row level security;
create policy act_scope on complaints.act using (exists (select from complaints.complaint c where c.id = complaint_id));

-- What officials are told: who answers at a unit, or whom the complaint was given to.
create table complaints.notice (
  id uuid constraint notice_pk primary key,
  complaint_id uuid not null constraint notice_complaint references complaints.complaint (id),
  kind text not null constraint notice_kind check (kind in ('filed', 'handed-on', 'assigned', 'due-soon', 'overdue')),
  -- Which unit has the complaint, and who is told: where nobody of that unit may answer it, whoever stands above.
  held_by uuid not null constraint notice_held_by references organisation.unit (id),
  unit_id uuid not null constraint notice_unit references organisation.unit (id),
  account_id uuid,
  due_at timestamptz not null,
  at timestamptz not null
);
create index notice_by_account on complaints.notice (account_id, id) where account_id is not null;
create index notice_by_unit on complaints.notice (unit_id, id) where account_id is null;
-- Each deadline is told of once.
create unique index notice_once on complaints.notice (complaint_id, kind, held_by, due_at) where kind in ('due-soon', 'overdue');
alter table complaints.notice enable row level security;
create policy notice_scope on complaints.notice using (exists (select from complaints.complaint c where c.id = complaint_id));
create table complaints.notice_read (
  notice_id uuid not null constraint notice_read_notice references complaints.notice (id),
  account_id uuid not null,
  at timestamptz not null,
  constraint notice_read_pk primary key (notice_id, account_id)
);
alter table complaints.notice_read enable row level security;
create policy notice_read_own on complaints.notice_read
  using (account_id = platform.actor_id()) with check (account_id = platform.actor_id());

-- What a complaint counts for in the figures, by measure; facts of the indicators.
create table complaints.counted (
  complaint_id uuid not null constraint counted_complaint references complaints.complaint (id),
  measure text not null,
  unit_id uuid not null constraint counted_unit references organisation.unit (id),
  day date not null,
  fact_id uuid not null,
  constraint counted_pk primary key (complaint_id, measure)
);
