-- What was searched for may be the number of a person and is kept nowhere.
update cases.saved_filter set filter = filter - 'q' where filter ? 'q';
