-- What waits for citizens or for the desk is a small part of what is open: of a province and of everything it is read in its own order, and
-- counted in the index alone, with the columns of the policy.
create index case_waiting_by_due on cases."case" (due_order, id)
  include (unit_id, competent_unit_id, received_unit_id, helped_unit_id) where business in ('supplement', 'payment');
create index case_submitted_by_due on cases."case" (due_order, id)
  include (unit_id, competent_unit_id, received_unit_id, helped_unit_id) where business = 'submitted';
