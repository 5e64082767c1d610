-- A consent that is about all applications of a citizen belongs to none of them.
alter table portal.consent alter column draft_id drop not null;

-- Browsers of a citizen that are told when there is news. Where they are is kept sealed by whoever sends (cases.push_address).
create table portal.push_device (
  -- That of the address.
  id uuid constraint push_device_pk primary key,
  citizen_id uuid not null constraint push_device_citizen references portal.citizen (id) on delete cascade,
  -- A keyed hash, so that one browser is kept once.
  endpoint_hash text not null,
  language text not null constraint push_device_language check (language in ('vi', 'en')),
  -- Only the stand-in of the demonstration answers there.
  simulated boolean not null,
  made_at timestamptz not null,
  constraint push_device_once unique (citizen_id, endpoint_hash)
);
alter table portal.push_device enable row level security;
create policy push_device_own on portal.push_device using (citizen_id = platform.actor_id());
create policy push_device_told on portal.push_device for select using (portal.telling());
create policy push_device_gone on portal.push_device for delete using (portal.telling());
