-- Why: countries join and leave blocs, so a bloc is a question about a date.
create table bloc (
  code text primary key check (code ~ '^[A-Z0-9_]+$'),
  name text not null unique
);

create table bloc_membership (
  bloc_code text not null references bloc,
  country_code text not null references country,
  valid daterange not null check (not isempty(valid)),
  source text not null,
  primary key (bloc_code, country_code, valid without overlaps)
);

create index bloc_membership_country on bloc_membership (country_code);
