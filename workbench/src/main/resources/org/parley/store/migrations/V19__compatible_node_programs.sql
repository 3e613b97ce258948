-- Which program each server is: earlier ones make way for later ones.
alter table node add column program varchar(60) default '' not null;
alter table node add column known_schema integer default 0 not null;
