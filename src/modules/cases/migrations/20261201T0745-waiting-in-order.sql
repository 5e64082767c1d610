-- What waits for citizens or for the desk is a small part of what is open: of a province and of everything it is read in its own order.
create index case_waiting_by_due on cases."case" (due_order, id) where business in ('supplement', 'payment');
create index case_submitted_by_due on cases."case" (due_order, id) where business = 'submitted';
