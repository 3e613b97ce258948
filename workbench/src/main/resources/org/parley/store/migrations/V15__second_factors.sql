-- Second factors: the sealed secret of an app, recovery codes, and sign-ins that wait for a code.
create table second_factor (
  account varchar(64) primary key references account (name) on delete cascade,
  sealed varchar(200) not null,
  created timestamp(6) with time zone not null,
  step bigint not null
);

create table recovery_code (
  hash varchar(64) primary key,
  account varchar(64) not null references second_factor (account) on delete cascade
);

create index recovery_code_by_account on recovery_code (account);

create table half_sign_in (
  hash varchar(64) primary key,
  account varchar(64) not null references account (name) on delete cascade,
  created timestamp(6) with time zone not null
);

create index half_sign_in_by_account on half_sign_in (account);
