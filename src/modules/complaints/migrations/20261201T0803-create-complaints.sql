create schema complaints;

-- Within what time a complaint is answered or refused: what an instrument lays down, from when on, and how sure that is. A change is a new row.
create table complaints.term (
  id uuid constraint term_pk primary key,
  step text not null constraint term_step check (step in ('refuse', 'answer')),
  working_days smallint not null constraint term_days check (working_days between 1 and 365),
  valid_from date not null,
  source text not null,
  certainty text not null constraint term_certainty check (certainty in ('text', 'cited', 'unverified')),
  reason text not null,
  changed_by uuid,
  changed_at timestamptz not null,
  constraint term_once unique (step, valid_from)
);
insert into complaints.term (id, step, working_days, valid_from, source, certainty, reason, changed_at) values
  (gen_random_uuid(), 'refuse', 2, '2008-01-01', 'decision-766', 'cited', 'Thời hạn ban đầu / first term', now()),
  (gen_random_uuid(), 'answer', 15, '2008-01-01', 'decision-766', 'cited', 'Thời hạn ban đầu / first term', now());

-- The last number of a year, taken under a lock with the complaint it is for: no gaps, no doubles.
create table complaints.counter (
  year smallint constraint counter_pk primary key,
  last integer not null
);

create table complaints.complaint (
  id uuid constraint complaint_pk primary key,
  number text not null constraint complaint_number unique,
  -- Of the portal: whose it is.
  citizen_id uuid not null,
  -- About a case, about a procedure at a unit, or about a unit.
  about text not null constraint complaint_about check (about in ('case', 'procedure', 'unit')),
  topic text not null constraint complaint_topic check (topic in ('handling', 'rules', 'conduct', 'fees', 'other')),
  case_id uuid,
  case_code text,
  procedure_code text,
  -- Whom it is about, and whose head answers it: another one where nobody at the first may.
  about_unit_id uuid not null constraint complaint_about_unit references organisation.unit (id),
  unit_id uuid not null constraint complaint_unit references organisation.unit (id),
  -- As the citizen named them; empty: nobody.
  officer_name text not null,
  text text not null constraint complaint_some check (text <> ''),
  filed_at timestamptz not null,
  answer_days smallint not null,
  refuse_days smallint not null,
  due_at timestamptz not null,
  refuse_by timestamptz not null,
  state text not null constraint complaint_state check (state in ('open', 'answered', 'refused')),
  outcome text constraint complaint_outcome check (outcome in ('right', 'partly', 'not-right')),
  answer text,
  answered_at timestamptz,
  answered_by uuid,
  answered_by_name text,
  -- When the citizen saw the answer.
  seen_at timestamptz,
  version integer not null,
  constraint complaint_case check ((about = 'case') = (case_id is not null)),
  constraint complaint_answered check ((state = 'open') = (answered_at is null) and (state = 'open') = (answer is null)),
  constraint complaint_found check ((state = 'answered') = (outcome is not null))
);
create index complaint_open on complaints.complaint (unit_id, due_at, id) where state = 'open';
create index complaint_ended on complaints.complaint (unit_id, id) where state <> 'open';
create index complaint_of_citizen on complaints.complaint (citizen_id, id);
create index complaint_of_case on complaints.complaint (case_id) where case_id is not null;

create table complaints.file (
  complaint_id uuid not null constraint file_complaint references complaints.complaint (id),
  file_id uuid not null,
  -- With the complaint, or with its answer.
  side text not null constraint file_side check (side in ('citizen', 'office')),
  place smallint not null,
  constraint file_pk primary key (complaint_id, file_id)
);

-- Who may not close a complaint: whoever handled the case; and who does not even see it: whom it is about.
create table complaints.involved (
  complaint_id uuid not null constraint involved_complaint references complaints.complaint (id),
  account_id uuid not null,
  accused boolean not null,
  constraint involved_pk primary key (complaint_id, account_id)
);

-- Asked by the policy of the complaint, and so read past its own.
create function complaints.is_accused(asked_id uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select exists (select from complaints.involved i
    where i.complaint_id = asked_id and i.account_id = platform.actor_id() and i.accused) $$;

alter table complaints.complaint enable row level security;
create policy complaint_own on complaints.complaint for select using (citizen_id = platform.actor_id());
create policy complaint_scope on complaints.complaint
  using (((select platform.scope_is_all()) or unit_id in (select organisation.scoped_unit_ids())) and not complaints.is_accused(id))
  with check ((select platform.scope_is_all()) or unit_id in (select organisation.scoped_unit_ids()));
alter table complaints.file enable row level security;
create policy file_scope on complaints.file
  using (exists (select from complaints.complaint c where c.id = complaint_id))
  with check (exists (select from complaints.complaint c where c.id = complaint_id));
alter table complaints.involved enable row level security;
create policy involved_scope on complaints.involved
  using (exists (select from complaints.complaint c where c.id = complaint_id))
  with check ((select platform.scope_is_all()));
