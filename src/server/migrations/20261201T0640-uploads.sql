-- A file on its way: it arrives in pieces, one after the other, and becomes a row of platform.file with the same id.
create table platform.upload (
  id uuid constraint upload_pk primary key,
  name text not null,
  media_type text not null,
  size integer not null constraint upload_size check (size > 0),
  -- Of the whole, as the sender reckoned it; null: not told.
  sha256 text,
  received integer not null constraint upload_received check (received between 0 and size),
  uploaded_by uuid not null,
  began_at timestamptz not null,
  changed_at timestamptz not null
);
create index upload_of_person on platform.upload (uploaded_by);
create index upload_old on platform.upload (changed_at);

create table platform.upload_piece (
  upload_id uuid not null constraint upload_piece_upload references platform.upload (id) on delete cascade,
  starts_at integer not null,
  bytes bytea not null,
  constraint upload_piece_pk primary key (upload_id, starts_at)
);

create index file_of_person on platform.file (uploaded_by, uploaded_at);

alter table platform.upload enable row level security;
create policy upload_own on platform.upload using (uploaded_by = platform.actor_id() or platform.scope_is_all());
alter table platform.upload_piece enable row level security;
create policy upload_piece_own on platform.upload_piece
  using (exists (select from platform.upload u where u.id = upload_id));
