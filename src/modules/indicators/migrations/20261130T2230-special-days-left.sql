-- The module calendar has taken these days over, in the migration before this one.
drop table indicators.special_day;
