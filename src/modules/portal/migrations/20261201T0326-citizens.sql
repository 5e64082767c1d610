-- Who signs in here: an address that was proven by a code. The address is sealed; it is found by a keyed hash of it.
create table portal.citizen (
  id uuid constraint citizen_pk primary key,
  channel text not null constraint citizen_channel check (channel in ('email', 'sms')),
  address_hash text not null constraint citizen_address unique,
  address_sealed bytea not null,
  created_at timestamptz not null
);

-- A code that was asked for. The code itself is nowhere: it follows from the id under a key that is not in the database.
create table portal.sign_in_code (
  id uuid constraint sign_in_code_pk primary key,
  channel text not null constraint sign_in_code_channel check (channel in ('email', 'sms')),
  address_hash text not null,
  address_sealed bytea not null,
  language text not null constraint sign_in_code_language check (language in ('vi', 'en')),
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  used_at timestamptz
);
create index sign_in_code_by_address on portal.sign_in_code (address_hash, asked_at);
create index sign_in_code_old on portal.sign_in_code (expires_at);

create table portal.session (
  id uuid constraint session_pk primary key,
  token_hash text not null constraint session_token unique,
  citizen_id uuid not null constraint session_citizen references portal.citizen (id) on delete cascade,
  began_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_of_citizen on portal.session (citizen_id);
create index session_old on portal.session (expires_at);

-- While somebody signs in there is no actor yet; nothing else in the platform opens these.
create function portal.sign_in_open() returns boolean language sql stable
  as $$ select coalesce(current_setting('portal.sign_in', true), '') = 'open' $$;

alter table portal.citizen enable row level security;
create policy citizen_own on portal.citizen
  using (id = platform.actor_id() or portal.sign_in_open()) with check (portal.sign_in_open());
alter table portal.sign_in_code enable row level security;
create policy sign_in_code_open on portal.sign_in_code using (portal.sign_in_open());
alter table portal.session enable row level security;
create policy session_own on portal.session
  using (citizen_id = platform.actor_id() or portal.sign_in_open()) with check (portal.sign_in_open());
