-- Passkeys, with which somebody signs in, alone or after the password.
create table passkey_owner (
  account varchar(64) primary key references account (name) on delete cascade,
  handle varchar(64) not null unique
);

create table passkey (
  id varchar(64) primary key,
  account varchar(64) not null references passkey_owner (account) on delete cascade,
  credential varchar(1400) not null,
  attested varchar(4000) not null,
  server varchar(253) not null,
  counter bigint not null,
  synced boolean not null,
  transports varchar(100) not null,
  name varchar(64) not null,
  device varchar(64) not null,
  created timestamp(6) with time zone not null,
  used timestamp(6) with time zone
);

create index passkey_by_account on passkey (account);

-- What an authenticator was asked, by the attempt that asked it: good once, for minutes.
create table passkey_challenge (
  attempt varchar(64) primary key,
  purpose varchar(16) not null,
  account varchar(64) references account (name) on delete cascade,
  challenge varchar(64) not null,
  created timestamp(6) with time zone not null
);

create index passkey_challenge_by_account on passkey_challenge (account);

-- Recovery codes are those of the account: it may have passkeys alone.
create table account_recovery_code (
  hash varchar(64) primary key,
  account varchar(64) not null references account (name) on delete cascade
);

insert into account_recovery_code (hash, account) select hash, account from recovery_code;

drop table recovery_code;

alter table account_recovery_code rename to recovery_code;

create index recovery_code_by_account on recovery_code (account);
