-- Whose case was rated: the unit that decided it, and its code. Of earlier ratings it is filled in at the next start.
alter table portal.rating add column unit_id uuid constraint rating_unit references organisation.unit (id);
alter table portal.rating add column case_code text;
create index rating_by_unit on portal.rating (unit_id, stars, at desc, case_id);
-- Who sees cases of the unit reads what was said of them; written is it as before.
create policy rating_scope on portal.rating for select
  using ((select platform.scope_is_all()) or unit_id in (select organisation.scoped_unit_ids()));
