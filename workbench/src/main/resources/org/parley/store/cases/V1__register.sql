-- The cases of a server; what is in them lies in a file or schema of its own for each.
create table hosted_case (
  id varchar(40) primary key,
  created timestamp(6) with time zone not null,
  created_by varchar(64) not null,
  archived timestamp(6) with time zone
);

-- The entry of the journal up to which somebody has seen a case.
create table case_visit (
  account varchar(64) not null,
  case_id varchar(40) not null references hosted_case (id) on delete cascade,
  entry bigint not null,
  at timestamp(6) with time zone not null,
  primary key (account, case_id)
);
