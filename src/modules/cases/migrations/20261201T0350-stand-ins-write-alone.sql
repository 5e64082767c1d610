-- What a stand-in was given is written by the platform, never within the scope of a person.
drop policy stand_in_message_scope on cases.stand_in_message;
create policy stand_in_message_scope on cases.stand_in_message
  using (exists (select from cases.message m where m.id = message_id))
  with check ((select platform.scope_is_all()));
