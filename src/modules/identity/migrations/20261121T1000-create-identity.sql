create schema identity;

-- Who may see a row. Three doors, see README.md "Row security":
--   the account itself (app.actor), whoever holds the operation's permission over the account's unit (app.scope…),
--   and the sign-in machinery, which works before there is any actor and says so for its transaction only.
create function identity.credentials_open() returns boolean language sql stable
  as $$ select coalesce(current_setting('identity.credentials', true), '') = 'open' $$;

create table identity.account (
  id uuid constraint account_pk primary key,
  sign_in_name text not null constraint account_sign_in_name_shape check (sign_in_name ~ '^[a-z0-9][a-z0-9._@-]{1,79}$'),
  display_name text not null,
  -- Both names folded (no marks, no case), for searching.
  search_text text not null,
  kind text not null constraint account_kind check (kind in ('personal', 'service', 'administrator', 'break-glass')),
  -- An official of organisation; the person behind the account.
  official_id uuid,
  unit_id uuid constraint account_unit references organisation.unit (id),
  email text,
  status text not null default 'active' constraint account_status check (status in ('active', 'disabled')),
  status_reason text,
  created_at timestamptz not null,
  -- Disuse is counted from here: the last sign-in, or when the account was made or enabled again.
  last_used_at timestamptz not null,
  last_signed_in_at timestamptz,
  version integer not null default 1
);
create unique index account_sign_in_name on identity.account (sign_in_name);
create unique index account_official on identity.account (official_id) where official_id is not null and kind = 'personal';
create index account_unit on identity.account (unit_id);

create table identity.password (
  account_id uuid constraint password_pk primary key constraint password_account references identity.account (id),
  hash text not null,
  changed_at timestamptz not null,
  must_change boolean not null
);

create table identity.password_history (
  id uuid constraint password_history_pk primary key,
  account_id uuid not null constraint password_history_account references identity.account (id),
  hash text not null,
  set_at timestamptz not null
);
create index password_history_account on identity.password_history (account_id, id desc);

create table identity.totp (
  account_id uuid constraint totp_pk primary key constraint totp_account references identity.account (id),
  -- AES-256-GCM; the key is not in the database.
  secret_sealed bytea not null,
  enrolled_at timestamptz not null,
  confirmed_at timestamptz,
  -- The 30-second step of the last accepted code: a code is good once.
  last_step bigint not null default 0
);

create table identity.recovery_code (
  account_id uuid not null constraint recovery_code_account references identity.account (id),
  code_hash bytea not null,
  used_at timestamptz,
  constraint recovery_code_pk primary key (account_id, code_hash)
);

create table identity.passkey (
  id uuid constraint passkey_pk primary key,
  account_id uuid not null constraint passkey_account references identity.account (id),
  credential_id text not null constraint passkey_credential unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  label text not null,
  backed_up boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_account on identity.passkey (account_id);

-- A challenge is used once, by deleting it.
create table identity.passkey_challenge (
  id uuid constraint passkey_challenge_pk primary key,
  purpose text not null constraint passkey_challenge_purpose check (purpose in ('enrol', 'sign-in', 'second-factor', 'unlock')),
  challenge text not null,
  account_id uuid constraint passkey_challenge_account references identity.account (id),
  expires_at timestamptz not null
);
create index passkey_challenge_expiry on identity.passkey_challenge (expires_at);

-- Failed attempts by the hash of the name typed, whether or not such an account exists: the answer must not tell.
create table identity.sign_in_guard (
  name_hash bytea constraint sign_in_guard_pk primary key,
  failures integer not null constraint sign_in_guard_failures check (failures >= 0),
  last_failure_at timestamptz,
  locked_until timestamptz
);

-- The password was right, the second factor is still to come.
create table identity.pending_sign_in (
  token_hash bytea constraint pending_sign_in_pk primary key,
  account_id uuid not null constraint pending_sign_in_account references identity.account (id),
  method text not null constraint pending_sign_in_method check (method in ('password', 'oidc')),
  expires_at timestamptz not null
);
create index pending_sign_in_expiry on identity.pending_sign_in (expires_at);

create table identity.oidc_provider (
  id uuid constraint oidc_provider_pk primary key,
  name text not null,
  issuer text not null,
  client_id text not null,
  client_secret_sealed bytea,
  scope text not null,
  -- Whether a sign-in there counts as two factors.
  second_factor boolean not null,
  active boolean not null,
  created_at timestamptz not null
);

create table identity.oidc_link (
  provider_id uuid not null constraint oidc_link_provider references identity.oidc_provider (id),
  subject text not null,
  account_id uuid not null constraint oidc_link_account references identity.account (id),
  linked_at timestamptz not null,
  constraint oidc_link_pk primary key (provider_id, subject)
);
create unique index oidc_link_account on identity.oidc_link (account_id, provider_id);

create table identity.oidc_flow (
  state_hash bytea constraint oidc_flow_pk primary key,
  provider_id uuid not null constraint oidc_flow_provider references identity.oidc_provider (id),
  nonce text not null,
  verifier_sealed bytea not null,
  -- Held by the browser that began: a state stolen or planted elsewhere is worth nothing.
  browser_hash bytea not null,
  -- Set when a signed-in person links the provider to their account.
  account_id uuid constraint oidc_flow_account references identity.account (id),
  expires_at timestamptz not null
);
create index oidc_flow_expiry on identity.oidc_flow (expires_at);

create table identity.session (
  id uuid constraint session_pk primary key,
  account_id uuid not null constraint session_account references identity.account (id),
  -- SHA-256 of the cookie's 32 random bytes; the token itself is nowhere stored.
  token_hash bytea not null,
  method text not null constraint session_method check (method in ('password', 'passkey', 'oidc')),
  second_factor boolean not null,
  address text not null,
  user_agent text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  locked_at timestamptz,
  ended_at timestamptz,
  end_reason text constraint session_end_reason check (end_reason in ('signed-out', 'revoked', 'password-changed', 'disabled', 'replaced')),
  constraint session_end check ((ended_at is null) = (end_reason is null))
);
create unique index session_token on identity.session (token_hash);
create index session_account on identity.session (account_id, id desc) where ended_at is null;

create table identity.sign_in_record (
  id uuid constraint sign_in_record_pk primary key,
  at timestamptz not null,
  account_id uuid constraint sign_in_record_account references identity.account (id),
  name_hash bytea,
  method text not null,
  outcome text not null,
  address text not null,
  user_agent text not null
);
create index sign_in_record_account on identity.sign_in_record (account_id, id desc);
create index sign_in_record_at on identity.sign_in_record (at);

create table identity.api_token (
  id uuid constraint api_token_pk primary key,
  account_id uuid not null constraint api_token_account references identity.account (id),
  name text not null,
  token_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint api_token_expiry check (expires_at > created_at)
);
create unique index api_token_hash on identity.api_token (token_hash);
create index api_token_account on identity.api_token (account_id);

-- Each grant of a token names the grant of its account that it was cut from: it holds only while that one does.
create table identity.api_token_grant (
  token_id uuid not null constraint api_token_grant_token references identity.api_token (id),
  permission text not null,
  unit_id uuid,
  reach text not null constraint api_token_grant_reach check (reach in ('own', 'subtree')),
  basis_permission text not null,
  basis_unit_id uuid,
  basis_reach text not null constraint api_token_grant_basis_reach check (basis_reach in ('own', 'subtree'))
);
create index api_token_grant_token on identity.api_token_grant (token_id);

create table identity.role (
  id uuid constraint role_pk primary key,
  code text not null constraint role_code_shape check (code ~ '^[a-z][a-z0-9-]{1,59}$') constraint role_code unique,
  name_vi text not null,
  name_en text not null,
  description_vi text not null,
  description_en text not null,
  -- Only given by break-glass, never by assignment.
  emergency boolean not null default false,
  retired_at timestamptz,
  version integer not null default 1
);

create table identity.role_permission (
  role_id uuid not null constraint role_permission_role references identity.role (id),
  permission text not null constraint role_permission_shape check (permission ~ '^(\*|[a-z][a-z-]*:(\*|[a-z][a-z-]*))$'),
  constraint role_permission_pk primary key (role_id, permission)
);

create table identity.assignment (
  id uuid constraint assignment_pk primary key,
  account_id uuid not null constraint assignment_account references identity.account (id),
  role_id uuid not null constraint assignment_role references identity.role (id),
  -- null: everywhere.
  unit_id uuid constraint assignment_unit references organisation.unit (id),
  reach text not null constraint assignment_reach check (reach in ('own', 'subtree')),
  valid_from date not null,
  -- The first day on which it no longer holds; null: until ended.
  valid_to date,
  reason text not null,
  assigned_at timestamptz not null,
  assigned_by uuid not null,
  constraint assignment_validity check (valid_to is null or valid_to >= valid_from)
);
create index assignment_account on identity.assignment (account_id);
create index assignment_role on identity.assignment (role_id);

create table identity.break_glass (
  id uuid constraint break_glass_pk primary key,
  account_id uuid not null constraint break_glass_account references identity.account (id),
  role_id uuid not null constraint break_glass_role references identity.role (id),
  reason text not null constraint break_glass_reason check (length(reason) >= 20),
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid,
  constraint break_glass_period check (ends_at > opened_at)
);
create index break_glass_account on identity.break_glass (account_id, ends_at);
create index break_glass_ends on identity.break_glass (ends_at) where closed_at is null;

create table identity.account_review (
  id uuid constraint account_review_pk primary key,
  account_id uuid not null constraint account_review_account references identity.account (id),
  at timestamptz not null,
  reviewer_id uuid not null,
  note text not null,
  -- The rights as the reviewer saw them.
  rights jsonb not null
);
create index account_review_account on identity.account_review (account_id, id desc);

create table identity.setting (
  key text constraint setting_pk primary key,
  value integer not null,
  changed_at timestamptz not null,
  changed_by uuid not null
);

-- Demonstration sign-ins, printed on the sign-in page. Empty on every real installation.
create table identity.demonstration (
  account_id uuid constraint demonstration_pk primary key constraint demonstration_account references identity.account (id),
  place integer not null,
  label_vi text not null,
  label_en text not null,
  password text not null,
  totp_secret text
);

-- Rights in force: roles by assignment, and emergency rights while they last. Delegations are organisation's to tell.
create function identity.rights_of(wanted_account uuid, instant timestamptz, day date)
  returns table (permission text, unit_id uuid, reach text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select p.permission, a.unit_id, a.reach
      from identity.assignment a
      join identity.role r on r.id = a.role_id and r.retired_at is null
      join identity.role_permission p on p.role_id = r.id
     where a.account_id = wanted_account and a.valid_from <= day and (a.valid_to is null or a.valid_to > day)
    union
    select p.permission, null, 'subtree'
      from identity.break_glass b
      join identity.role_permission p on p.role_id = b.role_id
     where b.account_id = wanted_account and b.opened_at <= instant and b.ends_at > instant and b.closed_at is null
  $$;

create function identity.rights_as_json(wanted_account uuid, instant timestamptz, day date) returns jsonb
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select coalesce(jsonb_agg(jsonb_build_object('permission', r.permission, 'unitId', r.unit_id, 'reach', r.reach)
                              order by r.permission, r.unit_id, r.reach), '[]'::jsonb)
      from identity.rights_of(wanted_account, instant, day) r
  $$;

create function identity.has_second_factor(wanted_account uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select exists (select from identity.totp t where t.account_id = wanted_account and t.confirmed_at is not null)
        or exists (select from identity.passkey k where k.account_id = wanted_account)
  $$;

-- The session behind a cookie. Runs with the owner's rights because there is no actor yet; whoever cannot present
-- the hash of a live token gets no row.
create function identity.find_session(wanted_hash bytea, instant timestamptz, day date)
  returns table (session_id uuid, account_id uuid, display_name text, kind text, official_id uuid, unit_id uuid, second_factor boolean,
                 method text, created_at timestamptz, last_seen_at timestamptz, expires_at timestamptz, locked_at timestamptz,
                 password_changed_at timestamptz, must_change boolean, has_second_factor boolean, rights jsonb, settings jsonb)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select s.id, a.id, a.display_name, a.kind, a.official_id, a.unit_id, s.second_factor,
           s.method, s.created_at, s.last_seen_at, s.expires_at, s.locked_at,
           p.changed_at, coalesce(p.must_change, false),
           identity.has_second_factor(a.id),
           identity.rights_as_json(a.id, instant, day),
           coalesce((select jsonb_object_agg(g.key, g.value) from identity.setting g), '{}'::jsonb)
      from identity.session s
      join identity.account a on a.id = s.account_id
      left join identity.password p on p.account_id = a.id
     where s.token_hash = wanted_hash and s.ended_at is null and s.expires_at > instant and a.status = 'active'
  $$;

create function identity.touch_session(wanted_session uuid, instant timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
    update identity.session set last_seen_at = instant
     where id = wanted_session and ended_at is null and locked_at is null and last_seen_at <= instant - interval '1 minute'
  $$;

create function identity.find_token(wanted_hash bytea, instant timestamptz, day date)
  returns table (token_id uuid, account_id uuid, name text, display_name text, kind text, official_id uuid, last_used_at timestamptz,
                 grants jsonb, rights jsonb)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select t.id, a.id, t.name, a.display_name, a.kind, a.official_id, t.last_used_at,
           coalesce((select jsonb_agg(jsonb_build_object(
             'permission', g.permission, 'unitId', g.unit_id, 'reach', g.reach,
             'basis', jsonb_build_object('permission', g.basis_permission, 'unitId', g.basis_unit_id, 'reach', g.basis_reach)))
             from identity.api_token_grant g where g.token_id = t.id), '[]'::jsonb),
           identity.rights_as_json(a.id, instant, day)
      from identity.api_token t
      join identity.account a on a.id = t.account_id
     where t.token_hash = wanted_hash and t.revoked_at is null and t.expires_at > instant and a.status = 'active'
  $$;

create function identity.touch_token(wanted_token uuid, instant timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp
  as $$
    update identity.api_token set last_used_at = instant
     where id = wanted_token and (last_used_at is null or last_used_at <= instant - interval '1 minute');
    update identity.account set last_used_at = instant
     where id = (select t.account_id from identity.api_token t where t.id = wanted_token) and last_used_at <= instant - interval '1 minute';
  $$;

-- What the accounts behind officials may do themselves: what a delegation can pass on.
create function identity.rights_of_officials(officials uuid[], instant timestamptz, day date)
  returns table (official_id uuid, permission text, unit_id uuid, reach text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
    select a.official_id, r.permission, r.unit_id, r.reach
      from identity.account a
      cross join lateral identity.rights_of(a.id, instant, day) r
     where a.official_id = any (officials) and a.status = 'active'
  $$;

alter table identity.account enable row level security;
create policy account_visible on identity.account
  using (id = platform.actor_id() or platform.scope_is_all() or unit_id in (select organisation.scoped_unit_ids()) or identity.credentials_open())
  with check (platform.scope_is_all() or unit_id in (select organisation.scoped_unit_ids()) or identity.credentials_open());

-- Rows about an account are visible where the account is (its own policy applies inside the sub-query).
do $$
declare t text;
begin
  foreach t in array array['passkey', 'session', 'sign_in_record', 'api_token', 'oidc_link', 'assignment', 'break_glass', 'account_review', 'demonstration'] loop
    execute format('alter table identity.%I enable row level security', t);
    execute format('create policy %I on identity.%I using (identity.credentials_open() or account_id = platform.actor_id() or account_id in (select id from identity.account))', t || '_visible', t);
  end loop;
  -- Secrets: nobody but the sign-in machinery, not even the owner of the account by another operation.
  foreach t in array array['password', 'password_history', 'totp', 'recovery_code', 'passkey_challenge', 'sign_in_guard', 'pending_sign_in', 'oidc_flow'] loop
    execute format('alter table identity.%I enable row level security', t);
    execute format('create policy %I on identity.%I using (identity.credentials_open())', t || '_visible', t);
  end loop;
end
$$;
alter table identity.api_token_grant enable row level security;
create policy api_token_grant_visible on identity.api_token_grant
  using (identity.credentials_open() or token_id in (select id from identity.api_token));
