-- The demonstration's stand-ins for a mail server and for providers of text and Zalo messages: how each behaves, and what it was given.
-- They send nothing to anybody. Elsewhere these tables stay empty.
create table cases.stand_in_channel (
  channel text constraint stand_in_channel_pk primary key
    constraint stand_in_channel_ref references cases.message_channel (channel),
  behaviour text not null,
  changed_by uuid,
  changed_by_name text,
  changed_at timestamptz not null
);

-- One row each time a message is given, so that what is given twice shows.
create table cases.stand_in_message (
  id uuid constraint stand_in_message_pk primary key,
  channel text not null constraint stand_in_message_channel references cases.message_channel (channel),
  -- The key it was given under: the id of the message.
  message_id uuid not null,
  -- Personal data: never in logs.
  recipient text not null,
  subject text not null,
  text text not null,
  behaviour text not null,
  -- Answered as taken, so that the same key again is the same message.
  taken boolean not null,
  -- How often the person has it from this giving: none when refused, lost or known already.
  copies smallint not null constraint stand_in_copies check (copies between 0 and 2),
  came_at timestamptz not null,
  report text constraint stand_in_report check (report in ('delivered', 'undelivered')),
  report_at timestamptz,
  -- What the platform answered to each report, as it came.
  report_answers text not null default ''
);
create index stand_in_message_by_key on cases.stand_in_message (message_id);
create index stand_in_message_by_time on cases.stand_in_message (came_at);
alter table cases.stand_in_message enable row level security;
-- Whoever sees the message sees what became of it.
create policy stand_in_message_scope on cases.stand_in_message
  using (exists (select from cases.message m where m.id = message_id)) with check (true);

-- What a report says, while no message is known under its number: it may come before the sending it is about is kept.
alter table cases.message_report add column waits jsonb;
create index message_report_waits on cases.message_report (at) where waits is not null;
