-- Who set points of the 766 index, when and why. Null: came with the platform.
alter table cases.index_weight
  add column reason text not null default '',
  add column set_by_id uuid,
  add column set_by_name text,
  add column set_at timestamptz,
  add constraint index_weight_by_someone check ((set_by_id is null) = (set_at is null) and (set_by_id is null) = (set_by_name is null));
