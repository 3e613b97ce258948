-- Links with which somebody chooses their password, once.
create table password_link (
  account varchar(64) primary key references account (name) on delete cascade,
  hash varchar(64) not null unique,
  expires timestamp(6) with time zone not null
);

-- From where somebody signed in, and what changed of their credentials since they last did.
alter table session add column device varchar(64) default '' not null;

create table credential_change (
  number bigint generated always as identity primary key,
  account varchar(64) not null references account (name) on delete cascade,
  moment timestamp(6) with time zone not null,
  what varchar(16) not null,
  who varchar(64) not null
);

create index credential_change_by_account on credential_change (account, number);

-- Tokens that read only, and the secrets that new ones replaced, good for a while.
alter table access_token add column read_only boolean default false not null;

create table retired_token (
  name varchar(64) primary key references access_token (name) on delete cascade,
  hash varchar(64) not null unique,
  until timestamp(6) with time zone not null
);
