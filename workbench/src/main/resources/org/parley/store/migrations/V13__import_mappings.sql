-- What an account said of the columns and words of tables it took in, by digests.
create table import_mapping (
  account varchar(64) not null references account (name) on delete cascade,
  kind varchar(64) not null,
  mapping varchar(4000) not null,
  primary key (account, kind)
);
