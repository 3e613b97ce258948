-- Who is told that something waits, what they were told of, and what is to be sent.
create table notice_recipient (
  name varchar(70) primary key,
  account varchar(64) references account (name) on delete cascade,
  address varchar(254) not null,
  cadence varchar(8) not null,
  last_made timestamp(6) with time zone
);

create table notice_told (
  recipient varchar(70) not null references notice_recipient (name) on delete cascade,
  thing varchar(64) not null,
  primary key (recipient, thing)
);

create table notice (
  id varchar(36) primary key,
  recipient varchar(70) not null references notice_recipient (name) on delete cascade,
  made timestamp(6) with time zone not null,
  due timestamp(6) with time zone not null,
  attempts integer not null,
  state varchar(8) not null,
  trouble varchar(300) not null
);

create index notice_by_due on notice (state, due);
