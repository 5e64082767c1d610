-- Who writes an application before signing in is a citizen of whom nothing is known: no address, no identity. Such a session may only write,
-- and whoever signs in in it takes over what was written.
alter table portal.session add column unsigned boolean not null default false;

-- What the unsigned citizen who acts has written is from now on that of the citizen who signed in. Row security shows nobody both at once.
create function portal.take_over(signed_in uuid) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
    with unsigned as (
      select c.id from portal.citizen c
      where c.id = platform.actor_id() and c.id <> signed_in and portal.sign_in_open()
        and c.address_hash is null and not exists (select from portal.identity i where i.citizen_id = c.id)
    ), agreed as (
      update portal.consent k set citizen_id = signed_in from unsigned u where k.citizen_id = u.id
    ), ended as (
      delete from portal.session s using unsigned u where s.citizen_id = u.id
    )
    update portal.draft d set citizen_id = signed_in from unsigned u where d.citizen_id = u.id
  $$;

-- Forgets unsigned citizens whose session is over, with all that they wrote: nobody can come back to it.
create function portal.forget_unsigned() returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
    with gone as (
      select c.id from portal.citizen c
      where portal.sign_in_open() and c.address_hash is null
        and not exists (select from portal.identity i where i.citizen_id = c.id)
        and not exists (select from portal.session s where s.citizen_id = c.id)
    ), consents as (
      delete from portal.consent k using gone g where k.citizen_id = g.id
    ), drafts as (
      delete from portal.draft d using gone g where d.citizen_id = g.id
    )
    delete from portal.citizen c using gone g where c.id = g.id
  $$;
