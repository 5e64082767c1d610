-- The log of acts keeps ids and hashes; some acts ask for a reason that belongs on the record.
alter table platform.audit add column reason text not null default '';
