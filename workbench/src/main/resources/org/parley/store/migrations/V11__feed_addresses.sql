-- Secret addresses at which an account reads its calendar and its feed of changes.
create table feed_address (
  hash varchar(64) primary key,
  account varchar(64) not null references account (name) on delete cascade,
  name varchar(64) not null,
  created timestamp(6) with time zone not null,
  uses bigint not null,
  used timestamp(6) with time zone,
  unique (account, name)
);
