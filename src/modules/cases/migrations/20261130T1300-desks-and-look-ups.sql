-- Where a unit receives and returns, as printed on receipts: name, address, hot line.
create table cases.desk (
  unit_id uuid constraint desk_pk primary key constraint desk_unit references organisation.unit (id),
  name text not null,
  address text not null,
  phone text not null,
  changed_at timestamptz not null
);

-- Tries to open the public page of a case: how many were wrong for one code. No names, no addresses; the code only as a hash.
create table cases.look_up_try (
  id uuid constraint look_up_try_pk primary key,
  at timestamptz not null,
  code_hash text not null,
  found boolean not null
);
create index look_up_try_wrong on cases.look_up_try (code_hash, at) where not found;
create index look_up_try_by_time on cases.look_up_try (at);
