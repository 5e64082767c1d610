-- Whoever tells a citizen that there is news of a case looks for the application it came of; nothing else in the platform opens this.
create function portal.telling() returns boolean language sql stable
  as $$ select coalesce(current_setting('portal.telling', true), '') = 'open' $$;
create policy draft_telling on portal.draft for select using (case_id is not null and portal.telling());
create index draft_of_case on portal.draft (case_id) where case_id is not null;
