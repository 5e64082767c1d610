-- Working lists and search over the table of cases itself: there is no copy that could lag behind.

-- Lists are read by when something is due, what has no due moment last.
alter table cases."case" add column due_order timestamptz not null generated always as (coalesce(due_at, 'infinity')) stored;
alter table cases."case" add constraint case_decided_whole check (business <> 'decided' or ended_at is not null);

create index case_by_assignee on cases."case" (assignee_id, due_order, id)
  where assignee_id is not null and business in ('submitted', 'received', 'processing', 'supplement', 'payment');
create index case_open_by_holder on cases."case" (unit_id, due_order, id)
  where business in ('submitted', 'received', 'processing', 'supplement', 'payment');
create index case_open_by_competent on cases."case" (competent_unit_id, due_order, id)
  where business in ('submitted', 'received', 'processing', 'supplement', 'payment');
create index case_waiting_by_received on cases."case" (received_unit_id, due_order, id)
  where business in ('submitted', 'supplement', 'payment');
-- For whoever sees everything: no unit to begin with.
create index case_open_by_due on cases."case" (due_order, id)
  where business in ('submitted', 'received', 'processing', 'supplement', 'payment');
create index case_decided_by_received on cases."case" (received_unit_id, ended_at, id) where business = 'decided';
create index case_decided_by_end on cases."case" (ended_at, id) where business = 'decided';
create index case_by_competent on cases."case" (competent_unit_id, id);
create index case_by_received on cases."case" (received_unit_id, id);
create index case_by_holder on cases."case" (unit_id, id) where unit_id <> competent_unit_id;
create index case_by_helper on cases."case" (helped_unit_id, id) where helped_unit_id is not null;

-- What a case is found by. Only ids and hashes of words stand here, nothing that says anything of anyone: the table has no policy, so that
-- PostgreSQL may use its index before it looks at a case (under a policy it may not, as the operators of arrays are not leakproof). What is
-- found is read from the case, under the policy of the case.
create table cases.search (
  case_id uuid constraint search_pk primary key constraint search_case references cases."case" (id) on delete cascade,
  -- The units that see the case.
  units uuid[] not null,
  -- cases.word_key of each word of cases.words_of.
  words bigint[] not null
);

create function cases.word_key(word text) returns bigint
  language sql immutable strict parallel safe
  as $$ select ('x' || left(md5(word), 16))::bit(64)::bigint $$;

-- As searchWords in domain/search.ts.
create function cases.words_of(folded text) returns setof text
  language sql immutable strict parallel safe
  as $$
    with term as (
      select t, t ~ '^[a-z0-9]+([.][a-z0-9]+)*-[0-9]{6}-[0-9]{1,6}$' as is_code
      from string_to_table(folded, ' ') t where t <> ''),
    word as (
      select w, w ~ '^[0-9]+$' as is_number
      from term, regexp_split_to_table(t, '[^a-z0-9\u0080-\U0010ffff]+') w
      -- Not the numbers of passports.
      where not is_code and w <> '' and w !~ '^[a-z]{1,2}[0-9]{6,8}$')
    select regexp_replace(split_part(t, '-', 3), '^0+(?=[0-9])', '') from term where is_code
    union
    select regexp_replace(split_part(t, '-', 2) || '-' || split_part(t, '-', 3), '-0*(?=[0-9])', '-') from term where is_code
    union
    select regexp_replace(w, '^0+(?=[0-9])', '') from word where is_number and length(w) < 9
    union
    select regexp_replace(left(w, n), '^(qu|.*[^aeiou])?y$', '\1i') from word, generate_series(1, least(length(w), 12)) n
    where not is_number
  $$;

create function cases.index_case() returns trigger
  language plpgsql
  as $$
  begin
    insert into cases.search (case_id, units, words)
    values (new.id,
      array(select distinct u from unnest(array[new.helped_unit_id, new.received_unit_id, new.competent_unit_id, new.unit_id]
        || array(select a.unit_id from cases.asked a where a.case_id = new.id)) u where u is not null),
      array(select cases.word_key(w) from cases.words_of(new.search_text) w))
    on conflict (case_id) do update set units = excluded.units, words = excluded.words;
    return null;
  end $$;

create trigger case_is_indexed after insert on cases."case" for each row execute function cases.index_case();
create trigger case_is_indexed_again
  after update of search_text, helped_unit_id, received_unit_id, competent_unit_id, unit_id on cases."case"
  for each row when ((old.search_text, old.helped_unit_id, old.received_unit_id, old.competent_unit_id, old.unit_id)
    is distinct from (new.search_text, new.helped_unit_id, new.received_unit_id, new.competent_unit_id, new.unit_id))
  execute function cases.index_case();

create function cases.index_asked() returns trigger
  language plpgsql
  as $$
  begin
    update cases.search set units = units || new.unit_id where case_id = new.case_id and not units @> array[new.unit_id];
    return null;
  end $$;
create trigger asked_is_indexed after insert on cases.asked for each row execute function cases.index_asked();
create index asked_by_case on cases.asked (case_id);

create index search_by_words on cases.search using gin (units, words);

-- What someone keeps to come back to: a list with what narrows it.
create table cases.saved_filter (
  id uuid constraint saved_filter_pk primary key,
  account_id uuid not null,
  name text not null,
  list text not null,
  filter jsonb not null,
  created_at timestamptz not null,
  constraint saved_filter_name_unique unique (account_id, name)
);
alter table cases.saved_filter enable row level security;
create policy saved_filter_own on cases.saved_filter using (account_id = platform.actor_id()) with check (account_id = platform.actor_id());
