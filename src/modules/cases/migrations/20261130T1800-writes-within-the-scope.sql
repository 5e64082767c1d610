-- Whoever may not see a row may not make it either. The policies of this schema checked nothing that was written, so that by a defect an
-- officer could have put a case, or a paper, an act or a message on a case, where no right of theirs reaches. No act needs that: a receipt
-- for another agency is seen by the desk that received it, a case handed on stays in sight of who had it (cases.asked) or the scope of the
-- transaction is widened to the unit that takes it (transfer), and handlers act for the platform. So what a policy shows is what it lets in.
--
-- A new case is written with its parts in one statement, in which a policy does not see the case yet. A part of a case that nobody has is
-- let through: it holds only if that very statement made the case, under the policy of the case; otherwise its foreign key refuses it.
create function cases.is_new(asked_id uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$ select not exists (select from cases."case" c where c.id = asked_id) $$;

do $$
declare
  one record;
begin
  for one in select tablename, policyname, qual from pg_policies where schemaname = 'cases' and with_check = 'true' loop
    execute format('alter policy %I on cases.%I with check (%s)', one.policyname, one.tablename,
      one.qual || case when one.tablename = 'case' then '' else ' or cases.is_new(case_id)' end);
  end loop;
end $$;

-- Whoever is put here sees the case: only who sees it already puts others here. Everything may be read, as the policy of the case asks this
-- table; a policy that asked the case to read it would turn in a circle. Nobody changes or removes a row.
alter table cases.asked enable row level security;
create policy asked_read on cases.asked for select using (true);
create policy asked_made on cases.asked for insert
  with check (exists (select from cases."case" c where c.id = case_id) or cases.is_new(case_id));

-- Notices are made by the platform, for an account or for a unit.
alter table cases.notice enable row level security;
create policy notice_scope on cases.notice
  using ((select platform.scope_is_all()) or account_id = platform.actor_id() or unit_id in (select organisation.scoped_unit_ids()))
  with check ((select platform.scope_is_all()));
alter table cases.notice_read enable row level security;
create policy notice_read_own on cases.notice_read
  using (account_id = platform.actor_id()) with check (account_id = platform.actor_id());
