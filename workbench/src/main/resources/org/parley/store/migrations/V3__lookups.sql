-- What is looked up on a page: the entries of a record, of a moment, up to a moment.
create index entry_by_id on entry (record_id, number);
create index entry_by_moment on entry (recorded, number);
drop index entry_by_record;
