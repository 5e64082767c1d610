-- What is not finished, by itself: it stays small however many cases there were.
create index stay_open on cases.stay (unit_id, received_day) where finished_day is null;
