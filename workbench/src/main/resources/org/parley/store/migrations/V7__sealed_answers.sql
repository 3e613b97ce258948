-- Answers in rounds, sealed: beside the entries, so that no page, file or history of the case has them.
create table sealed_answer (
  number bigint primary key check (number > 0),
  received timestamp(6) with time zone not null,
  who varchar(200) not null,
  party varchar(64) not null,
  package varchar(64) not null,
  basis varchar(64) not null,
  sheet text,
  previous varchar(64) not null,
  hash varchar(64) not null
);

create index sealed_answer_by_package on sealed_answer (package, number);

create table sealed_head (
  only_one boolean primary key check (only_one),
  number bigint not null,
  hash varchar(64) not null
);

insert into sealed_head (only_one, number, hash)
values (true, 0, '0000000000000000000000000000000000000000000000000000000000000000');
