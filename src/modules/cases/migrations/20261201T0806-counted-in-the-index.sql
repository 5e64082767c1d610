-- What is open and what waits to be returned is counted in the index alone, with the columns of the policy.
drop index cases.case_open_by_due;
create index case_open_by_due on cases."case" (due_order, id)
  include (unit_id, competent_unit_id, received_unit_id, helped_unit_id)
  where business in ('submitted', 'received', 'processing', 'supplement', 'payment');
drop index cases.case_decided_by_end;
create index case_decided_by_end on cases."case" (ended_at, id)
  include (unit_id, competent_unit_id, received_unit_id, helped_unit_id) where business = 'decided';
