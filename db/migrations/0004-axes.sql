-- Why: an act scores on an axis by the pole its recipient stands on that day, and a country starts from its ties.
create table axis (
  code text primary key check (code ~ '^[A-Z]{3}$'),
  name text not null unique,
  negative_pole text not null,
  positive_pole text not null,
  default_weight float8 check (default_weight between -1 and 1),
  description text not null,
  position int not null unique
);

create table axis_member (
  axis_code text not null references axis,
  country_code text not null references country,
  weight float8 not null check (weight between -1 and 1),
  valid daterange not null check (not isempty(valid)),
  source text not null,
  primary key (axis_code, country_code, valid without overlaps)
);

create table tie_kind (
  code text primary key check (code ~ '^[A-Z0-9_]+$'),
  name text not null unique,
  is_alliance boolean not null
);

create table structural_tie (
  id uuid primary key default uuidv7(),
  country_code text not null references country,
  tie_kind text not null references tie_kind,
  valid daterange not null check (not isempty(valid)),
  source text not null,
  unique (country_code, tie_kind, valid without overlaps)
);

-- Where a country stands on an axis that day; null says it is on no pole and the act is silent there.
create function pole_weight_on(axis text, country text, day date) returns float8
  language sql stable parallel safe
  return coalesce(
    (select m.weight from axis_member m where m.axis_code = axis and m.country_code = country and m.valid @> day),
    (select a.default_weight from axis a where a.code = axis));
