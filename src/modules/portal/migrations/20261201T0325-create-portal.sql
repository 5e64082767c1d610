create schema portal;

-- What people say, and what it is officially called. Written by officials, from their knowledge or from searches that found nothing.
create table portal.synonym (
  id uuid constraint synonym_pk primary key,
  said text not null,
  -- Without marks and case: one meaning for one saying.
  said_folded text not null constraint synonym_said unique,
  means text not null,
  written_by uuid not null,
  written_by_name text not null,
  written_at timestamptz not null
);

-- What happens in a life, and the procedures that it brings, in the order in which they are shown.
create table portal.life_event (
  code text constraint life_event_pk primary key,
  name_vi text not null,
  name_en text not null,
  place integer not null,
  procedures text[] not null
);

-- Searches that found nothing: words alone, nothing of who asked. Shown from the third time on, forgotten after ninety days.
create table portal.failed_search (
  words text constraint failed_search_pk primary key,
  times integer not null,
  first_at timestamptz not null,
  last_at timestamptz not null
);
create index failed_search_most on portal.failed_search (times desc, words);
create index failed_search_old on portal.failed_search (last_at);
