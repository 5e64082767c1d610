-- Numbers of a unit's day that cases filed elsewhere already bear. Our own go on from the last one given here and leave these out, so that a high
-- number from elsewhere leaves no gap behind it.
alter table cases.counter add column elsewhere integer[] not null default '{}';
