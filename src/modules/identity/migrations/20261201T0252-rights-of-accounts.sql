-- What active accounts hold at a moment, for whoever has to know before they give them something to do.
create function identity.rights_of_accounts(accounts uuid[], instant timestamptz, day date)
  returns table (account_id uuid, official_id uuid, rights jsonb)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select a.id, a.official_id, identity.rights_as_json(a.id, instant, day)
      from identity.account a
     where a.id = any (accounts) and a.status = 'active'
  $$;
