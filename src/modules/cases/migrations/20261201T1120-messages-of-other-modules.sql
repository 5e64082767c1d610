-- What a message was about that belongs to no case, as the module said it came from, and whose unit it is.
alter table cases.stand_in_message add column unit_id uuid, add column about jsonb;
drop policy stand_in_message_scope on cases.stand_in_message;
create policy stand_in_message_scope on cases.stand_in_message
  using ((select platform.scope_is_all()) or exists (select from cases.message m where m.id = message_id)
    or unit_id in (select organisation.scoped_unit_ids()))
  with check ((select platform.scope_is_all()));
