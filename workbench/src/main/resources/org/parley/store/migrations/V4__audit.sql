-- Devices an account was signed in to from; tokens that expire; the audit as a chain.
create table device (
  hash varchar(64) primary key,
  account varchar(64) not null references account (name) on delete cascade,
  used timestamp(6) with time zone not null
);

create index device_by_account on device (account, used);

alter table access_token add column expires timestamp(6) with time zone;
update access_token set expires = current_timestamp + interval '90' day;
alter table access_token alter column expires set not null;

create table audit (
  number bigint primary key check (number > 0),
  moment timestamp(6) with time zone not null,
  who varchar(64) not null,
  role varchar(16) not null,
  method varchar(16) not null,
  address varchar(400) not null,
  status integer not null,
  times integer not null,
  until timestamp(6) with time zone not null,
  subject varchar(128),
  state varchar(64),
  previous varchar(64) not null,
  hash varchar(64) not null
);

create index audit_by_who on audit (who, number);

create table audit_head (
  only_one boolean primary key check (only_one),
  number bigint not null,
  hash varchar(64) not null
);

insert into audit_head (only_one, number, hash)
values (true, 0, '0000000000000000000000000000000000000000000000000000000000000000');
