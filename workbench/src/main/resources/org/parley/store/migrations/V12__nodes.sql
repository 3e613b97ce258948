-- The servers of this journal, which of them leads, and the key they share.
create table leader (
  only_one boolean primary key check (only_one),
  term bigint not null,
  node varchar(36)
);

insert into leader (only_one, term) values (true, 0);

create table node (
  id varchar(36) primary key,
  address varchar(300) not null,
  secret varchar(64) not null,
  entry bigint not null,
  since timestamp(6) with time zone not null,
  seen timestamp(6) with time zone not null
);

create table shared_key (
  only_one boolean primary key check (only_one),
  secret varchar(64) not null
);
