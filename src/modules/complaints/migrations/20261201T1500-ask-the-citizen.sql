-- Within what time the citizen is asked for more (decision-766, 5.2).
alter table complaints.term drop constraint term_step;
alter table complaints.term add constraint term_step check (step in ('refuse', 'ask', 'answer'));
insert into complaints.term (id, step, working_days, valid_from, source, certainty, reason, changed_by_name, changed_at) values
  (gen_random_uuid(), 'ask', 5, '2008-01-01', 'Quyết định 766/QĐ-TTg, chỉ số 5.2', 'cited', '', '', now());

-- Whether the term of the answer runs on while the citizen is awaited: what an instrument lays down, from when on, and how sure that is. None
-- was found. A change is a new row.
create table complaints.ask_rule (
  id uuid constraint ask_rule_pk primary key,
  clock text not null constraint ask_rule_clock check (clock in ('running', 'paused')),
  valid_from date not null constraint ask_rule_once unique,
  source text not null,
  certainty text not null constraint ask_rule_certainty check (certainty in ('text', 'cited', 'unverified')),
  reason text not null,
  changed_by uuid,
  changed_by_name text not null,
  changed_at timestamptz not null
);
insert into complaints.ask_rule (id, clock, valid_from, source, certainty, reason, changed_by_name, changed_at) values
  (gen_random_uuid(), 'running', '2008-01-01', '', 'unverified', '', '', now());

-- What a unit asked of the citizen, and what they said to it. One question at a time.
create table complaints.enquiry (
  id uuid constraint enquiry_pk primary key,
  complaint_id uuid not null constraint enquiry_complaint references complaints.complaint (id),
  unit_id uuid not null constraint enquiry_unit references organisation.unit (id),
  question text not null constraint enquiry_some check (question <> ''),
  asked_at timestamptz not null,
  asked_by uuid not null,
  asked_by_name text not null,
  -- Whether the term of the answer stands still until the question is closed.
  paused boolean not null,
  -- By the citizen, by the unit that asks no more, or with the complaint.
  closed text constraint enquiry_closed check (closed in ('given', 'taken-back', 'ended')),
  closed_at timestamptz,
  reply text constraint enquiry_reply check (reply <> ''),
  constraint enquiry_closed_at check ((closed is null) = (closed_at is null)),
  constraint enquiry_given check ((closed is not distinct from 'given') = (reply is not null))
);
create index enquiry_of_complaint on complaints.enquiry (complaint_id, id);
create unique index enquiry_open on complaints.enquiry (complaint_id) where closed is null;
alter table complaints.enquiry enable row level security;
create policy enquiry_scope on complaints.enquiry using (exists (select from complaints.complaint c where c.id = complaint_id));

-- Since when the citizen is awaited, and since when the term of the answer stands still for that; null: neither.
alter table complaints.complaint add column asked_at timestamptz;
alter table complaints.complaint add column paused_at timestamptz;
alter table complaints.complaint add constraint complaint_asked check (asked_at is null or state = 'open');
alter table complaints.complaint add constraint complaint_paused check (paused_at is null or asked_at is not null);

-- With what the citizen said to a question; null: with the complaint or its answer.
alter table complaints.file add column enquiry_id uuid constraint file_enquiry references complaints.enquiry (id);

alter table complaints.act drop constraint act_kind;
alter table complaints.act add constraint act_kind
  check (act in ('hand-on', 'assign', 'ask', 'give-more', 'take-back', 'publish', 'withdraw'));
create index act_handed_on_from on complaints.act (from_unit_id, id) where act = 'hand-on';
alter table complaints.notice drop constraint notice_kind;
alter table complaints.notice add constraint notice_kind
  check (kind in ('filed', 'handed-on', 'assigned', 'given-more', 'due-soon', 'overdue'));
