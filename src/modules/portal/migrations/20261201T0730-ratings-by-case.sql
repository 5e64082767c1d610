-- A case is rated once, whoever says so and where: signed in, or with the receipt in hand at a kiosk or on a phone.
alter table portal.rating add column case_id uuid;
update portal.rating r set case_id = d.case_id from portal.draft d where d.id = r.draft_id;
alter table portal.rating alter column case_id set not null;
alter table portal.rating drop constraint rating_pk;
alter table portal.rating add constraint rating_pk primary key (case_id);
alter table portal.rating alter column draft_id drop not null;
alter table portal.rating alter column citizen_id drop not null;
alter table portal.rating add column reasons text[] not null default '{}';
alter table portal.rating add column way text not null default 'online'
  constraint rating_way check (way in ('online', 'kiosk', 'phone'));

-- Whoever has shown that the case is theirs, by their session or by the receipt, says so here; nothing else opens these.
create function portal.rating_open() returns boolean language sql stable
  as $$ select coalesce(current_setting('portal.rating', true), '') = 'open' $$;
drop policy rating_own on portal.rating;
create policy rating_own on portal.rating using (portal.rating_open());
