-- What a unit decided to make public of a complaint it answered: its own words for what was asked and answered, nothing of who asked. No row:
-- it is not public. What is shown stands here, so that nothing else of a complaint is read for it.
create table complaints.publication (
  complaint_id uuid constraint publication_pk primary key constraint publication_complaint references complaints.complaint (id),
  -- A name of its own, so that a public address leads to nothing else.
  id uuid not null constraint publication_id unique,
  unit_id uuid not null constraint publication_unit references organisation.unit (id),
  topic text not null,
  procedure_code text,
  question text not null constraint publication_question check (question <> ''),
  answer text not null constraint publication_answer check (answer <> ''),
  outcome text not null,
  answered_on date not null,
  on_time boolean not null,
  published_at timestamptz not null,
  withdrawn_at timestamptz
);
create index publication_newest on complaints.publication (published_at desc, id desc) where withdrawn_at is null;
alter table complaints.publication enable row level security;
create policy publication_public on complaints.publication for select using (withdrawn_at is null);
create policy publication_scope on complaints.publication
  using (exists (select from complaints.complaint c where c.id = complaint_id));

alter table complaints.act drop constraint act_kind;
alter table complaints.act add constraint act_kind check (act in ('hand-on', 'assign', 'publish', 'withdraw'));
