-- For how many days views stay in the audit; 400 where there is no row.
create table retention (
  only_one boolean primary key check (only_one),
  view_days integer not null check (view_days > 0)
);
