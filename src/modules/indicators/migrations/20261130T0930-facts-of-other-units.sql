-- An act at one unit may count at another (a case received for the unit that decides it). Who may record is asked where it is recorded:
-- of a person by the operation, of a module by the act that records. Reading stays as it was.
drop policy fact_scope on indicators.fact;
create policy fact_scope on indicators.fact
  using (platform.scope_is_all() or unit_id in (select organisation.scoped_unit_ids()))
  with check (true);
