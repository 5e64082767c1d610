-- Who signs in through the provider of identities need have no address here.
alter table portal.citizen
  alter column channel drop not null,
  alter column address_hash drop not null,
  alter column address_sealed drop not null,
  add constraint citizen_address_whole check (num_nonnulls(channel, address_hash, address_sealed) in (0, 3));

-- What the provider vouched for when the citizen last came from it. The subject, which may be the number of a person, is a keyed hash.
create table portal.identity (
  citizen_id uuid constraint identity_pk primary key
    constraint identity_citizen references portal.citizen (id) on delete cascade,
  subject_hash text not null constraint identity_subject unique,
  known_sealed bytea not null,
  verified_at timestamptz not null
);

-- What must hold when the browser comes back from the provider.
create table portal.provider_flow (
  state_hash text constraint provider_flow_pk primary key,
  nonce text not null,
  verifier_sealed bytea not null,
  browser_hash text not null,
  -- Set when a citizen who is signed in links the provider.
  citizen_id uuid constraint provider_flow_citizen references portal.citizen (id) on delete cascade,
  expires_at timestamptz not null
);
create index provider_flow_old on portal.provider_flow (expires_at);

-- Somebody whom the provider vouches for, with an address that a citizen has here: the same person is who proves that address too.
create table portal.pending_identity (
  token_hash text constraint pending_identity_pk primary key,
  subject_hash text not null,
  known_sealed bytea not null,
  citizen_id uuid not null constraint pending_identity_citizen references portal.citizen (id) on delete cascade,
  expires_at timestamptz not null
);
create index pending_identity_old on portal.pending_identity (expires_at);

alter table portal.identity enable row level security;
create policy identity_own on portal.identity
  using (citizen_id = platform.actor_id() or portal.sign_in_open()) with check (portal.sign_in_open());
alter table portal.provider_flow enable row level security;
create policy provider_flow_open on portal.provider_flow using (portal.sign_in_open());
alter table portal.pending_identity enable row level security;
create policy pending_identity_open on portal.pending_identity using (portal.sign_in_open());
