-- Where the sender means to put the file, in the sender's own words: whoever sends it there again, on another device, gets the one that came.
alter table platform.upload add column meant_for text;
