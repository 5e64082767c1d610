-- Where a permission is held by role today: for whoever must know that somebody is there, not who.
create function identity.places_holding(wanted text, day date) returns table (unit_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select distinct a.unit_id
      from identity.assignment a
      join identity.account c on c.id = a.account_id and c.status = 'active'
      join identity.role r on r.id = a.role_id and r.retired_at is null
      join identity.role_permission p on p.role_id = r.id
     where a.valid_from <= day and (a.valid_to is null or a.valid_to > day)
       and (p.permission = '*' or p.permission = wanted
         or (p.permission like '%:*' and wanted like left(p.permission, -1) || '%'))
  $$;
