-- What somebody dismissed from the list of what waits, by its digest.
create table dismissed (
  account varchar(64) not null references account (name) on delete cascade,
  thing varchar(64) not null,
  primary key (account, thing)
);
