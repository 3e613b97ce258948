-- Links with which somebody chooses their password, once.
create table password_link (
  account varchar(64) primary key references account (name) on delete cascade,
  hash varchar(64) not null unique,
  expires timestamp(6) with time zone not null
);
