-- How long contacts of an earlier record may be used; null where its source stated no term.
alter table earlier_record add column retain_until text;
