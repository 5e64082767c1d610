-- What citizen and office say to each other about a case, as plain text. It stays with the case, whoever holds it.
create table cases.letter (
  id uuid constraint letter_pk primary key,
  case_id uuid not null constraint letter_case references cases."case" (id),
  side text not null constraint letter_side check (side in ('citizen', 'office')),
  -- Whoever has code and secret of the receipt reads it: written with them, or in answer to what was.
  by_receipt boolean not null,
  text text not null constraint letter_some check (text <> ''),
  -- A citizen's account of the portal, an account of the administration, or nobody known: with the receipt in hand.
  written_by uuid,
  -- The official and the unit that had the case then; null for a citizen.
  written_by_name text,
  unit_id uuid,
  at timestamptz not null,
  -- When the other side first had it before its eyes.
  read_at timestamptz,
  constraint letter_of_office check ((side = 'office') = (unit_id is not null and written_by_name is not null))
);
create index letter_by_case on cases.letter (case_id, id);

create table cases.letter_file (
  letter_id uuid not null constraint letter_file_letter references cases.letter (id),
  case_id uuid not null constraint letter_file_case references cases."case" (id),
  file_id uuid not null,
  place smallint not null,
  constraint letter_file_pk primary key (letter_id, file_id)
);

-- Whether the citizen waits for an answer: one row for each case in which a citizen wrote.
create table cases.talk (
  case_id uuid constraint talk_pk primary key constraint talk_case references cases."case" (id),
  waits_since timestamptz,
  -- By when an answer is owed, by the calendar of the unit that held the case when the citizen wrote.
  due_at timestamptz,
  constraint talk_due check ((waits_since is null) = (due_at is null))
);
create index talk_waiting on cases.talk (due_at, case_id) where waits_since is not null;

alter table cases.letter enable row level security;
create policy letter_scope on cases.letter using (exists (select from cases."case" c where c.id = case_id))
  with check (exists (select from cases."case" c where c.id = case_id));
alter table cases.letter_file enable row level security;
create policy letter_file_scope on cases.letter_file using (exists (select from cases."case" c where c.id = case_id))
  with check (exists (select from cases."case" c where c.id = case_id));
alter table cases.talk enable row level security;
create policy talk_scope on cases.talk using (exists (select from cases."case" c where c.id = case_id))
  with check (exists (select from cases."case" c where c.id = case_id));

alter table cases.notice drop constraint notice_kind;
alter table cases.notice add constraint notice_kind check (kind in ('escalation', 'apology', 'letter'));
create index notice_letter on cases.notice (case_id, at) where kind = 'letter';

create table cases.letter_setting (
  key text constraint letter_setting_pk primary key,
  value integer not null,
  changed_at timestamptz not null
);
insert into cases.letter_setting values ('answer-hours', 16, now()), ('most-a-day', 10, now()), ('days-after-end', 90, now());
