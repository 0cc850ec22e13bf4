-- The region that somebody reads dates and numbers for; nothing chosen is what their browser says.
alter table people add column region text check (region ~ '^[A-Z]{2}$');
