create table account (
  name varchar(64) primary key,
  role varchar(16) not null,
  party varchar(64),
  password varchar(200) not null,
  created timestamp(6) with time zone not null
);

create table session (
  hash varchar(64) primary key,
  account varchar(64) not null references account (name) on delete cascade,
  created timestamp(6) with time zone not null,
  used timestamp(6) with time zone not null
);

create table access_token (
  hash varchar(64) primary key,
  name varchar(64) not null unique,
  role varchar(16) not null,
  party varchar(64),
  created timestamp(6) with time zone not null
);

create table seen (
  number bigint generated always as identity primary key,
  moment timestamp(6) with time zone not null,
  who varchar(64) not null,
  role varchar(16) not null,
  method varchar(16) not null,
  address varchar(400) not null,
  status integer not null
);

create index seen_by_who on seen (who, number);
