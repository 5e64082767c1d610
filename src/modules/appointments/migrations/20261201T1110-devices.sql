-- A browser in a hall that asks to be paired: for ten minutes. Its code follows from the id under the key of the installation; its secret
-- lies in its cookie. Both are here only as hashes.
create table appointments.pairing (
  id uuid constraint pairing_pk primary key,
  code_hash text not null constraint pairing_code unique,
  token_hash text not null constraint pairing_token unique,
  asked_at timestamptz not null,
  expires_at timestamptz not null
);
create index pairing_to_forget on appointments.pairing (expires_at);

-- A paired one: what it may do follows from its kind, and that is all it may do.
create table appointments.device (
  id uuid constraint device_pk primary key,
  unit_id uuid not null constraint device_unit references organisation.unit (id),
  kind text not null constraint device_kind check (kind in ('kiosk', 'board', 'rating')),
  -- The desk at which it stands, of one that rates.
  desk text,
  name text not null,
  token_hash text not null constraint device_token unique,
  paired_at timestamptz not null,
  paired_by uuid not null,
  paired_by_name text not null,
  last_seen_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  revoked_by_name text,
  revoked_reason text,
  constraint device_desk_of_rating check ((kind = 'rating') = (desk is not null)),
  constraint device_revoked_whole check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoked_reason is null)
    and (revoked_at is null) = (revoked_by_name is null))
);
create index device_of_unit on appointments.device (unit_id, id desc);
-- Two that are in use at one place do not bear one name: a lost one is revoked by its name.
create unique index device_name on appointments.device (unit_id, lower(name)) where revoked_at is null;

alter table appointments.pairing enable row level security;
create policy pairing_open on appointments.pairing
  using ((select platform.scope_is_all()) or (select appointments.public_open()));
alter table appointments.device enable row level security;
create policy device_scope on appointments.device
  using ((select platform.scope_is_all()) or (select appointments.public_open())
    or unit_id in (select organisation.scoped_unit_ids()));
