-- Who an account is at the OpenID provider that people sign in with.
create table provider_identity (
  account varchar(64) primary key references account (name) on delete cascade,
  issuer varchar(500) not null,
  subject varchar(255) not null,
  created timestamp(6) with time zone not null,
  unique (issuer, subject)
);
