create schema workspace;

-- What happened, for "latest changes": fed by events, never edited.
create table workspace.activity (
  id uuid constraint activity_pk primary key,
  at timestamptz not null,
  event text not null,
  -- Null: it concerns everyone (a new indicator, a change of units).
  unit_id uuid constraint activity_unit references organisation.unit (id),
  values jsonb not null
);
create index activity_by_unit on workspace.activity (unit_id, id);

alter table workspace.activity enable row level security;
create policy activity_scope on workspace.activity
  using (unit_id is null or platform.scope_is_all() or unit_id in (select organisation.scoped_unit_ids()))
  with check (unit_id is null or platform.scope_is_all() or unit_id in (select organisation.scoped_unit_ids()));
