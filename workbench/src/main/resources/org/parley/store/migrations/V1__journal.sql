create table entry (
  number bigint primary key check (number > 0),
  recorded timestamp(6) with time zone not null,
  who varchar(200) not null,
  why varchar(2000) not null,
  kind varchar(64) not null,
  record_id varchar(64) not null,
  text_before text,
  text_after text,
  previous varchar(64) not null,
  hash varchar(64) not null
);

create index entry_by_record on entry (kind, record_id, number);

create table head (
  only_one boolean primary key check (only_one),
  number bigint not null,
  hash varchar(64) not null
);

insert into head (only_one, number, hash)
values (true, 0, '0000000000000000000000000000000000000000000000000000000000000000');
