-- Why: every act has an actor, and one actor has many names and codes over time.
create table country (
  code text primary key check (code ~ '^[A-Z]{3}$'),
  name text not null unique,
  official_name text,
  iso2 text check (iso2 ~ '^[A-Z]{2}$'),
  m49 text check (m49 ~ '^[0-9]{3}$'),
  cow_code text,
  region text,
  subregion text,
  un_member_since smallint,
  valid_from date,
  valid_to date,
  is_former boolean not null default false,
  check (valid_to is null or valid_from is null or valid_from < valid_to),
  check (is_former = (valid_to is not null))
);

create table country_alias (
  country_code text not null references country,
  alias text not null check (alias = btrim(alias) and alias <> ''),
  kind text not null check (kind in ('name', 'official name', 'iso2', 'iso numeric', 'cow', 'cow letters', 'gleditsch-ward', 'fips', 'misprint')),
  primary key (country_code, kind, alias)
);

create index country_alias_plain on country_alias (plain_text(alias));
create index country_alias_similar on country_alias using gin (plain_text(alias) gin_trgm_ops);
