-- Answers in rounds that were not taken, without their words, for the log of the round.
create table refused_answer (
  number bigint primary key check (number > 0),
  received timestamp(6) with time zone not null,
  who varchar(200) not null,
  package varchar(64) not null,
  sent_by varchar(64) not null,
  in_name_of varchar(64) not null,
  reason varchar(64) not null,
  previous varchar(64) not null,
  hash varchar(64) not null
);

create index refused_answer_by_package on refused_answer (package, number);

create table refused_head (
  only_one boolean primary key check (only_one),
  number bigint not null,
  hash varchar(64) not null
);

insert into refused_head (only_one, number, hash)
values (true, 0, '0000000000000000000000000000000000000000000000000000000000000000');
