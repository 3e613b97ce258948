-- The language somebody chose, which they find again wherever they sign in.

create table chosen_language (
  account varchar(64) primary key references account (name) on delete cascade,
  tag varchar(8) not null
);
