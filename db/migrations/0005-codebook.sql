-- Why: what can be coded and how it scores is content with versions, not code.
create table codebook_version (
  version text primary key,
  effective daterange not null check (not isempty(effective)),
  sigma float8 not null check (sigma > 0),
  prior_strength float8 not null check (prior_strength >= 0),
  note text not null,
  exclude using gist (effective with &&)
);

create table event_type (
  codebook_version text not null references codebook_version,
  code text not null check (code ~ '^[A-Z]{3}-[A-Z]{3,4}$'),
  name text not null,
  family text not null check (family in
    ('Diplomatic', 'Economic and energy', 'Military', 'Humanitarian', 'Legal and symbolic', 'Information')),
  definition text not null,
  example text not null,
  attributes jsonb not null check (jsonb_typeof(attributes) = 'array'),
  plover text,
  plover_quality text not null check (plover_quality in ('exact', 'near', 'none')),
  cameo text,
  cameo_quality text not null check (cameo_quality in ('exact', 'near', 'none')),
  mapping_note text,
  position int not null,
  primary key (codebook_version, code),
  unique (codebook_version, position),
  unique (codebook_version, name)
);

-- A variant is a direction, a stage or a choice of a type; a type without any has the one called default.
create table event_type_variant (
  codebook_version text not null,
  type_code text not null,
  variant text not null check (variant ~ '^[a-z][a-z-]*$'),
  label text not null,
  base float8 not null check (base between -10 and 10),
  low float8 not null,
  high float8 not null,
  evidence_weight float8 not null check (evidence_weight between 0 and 1),
  mode char(1) not null check (mode in ('D', 'M')),
  takes_expectation boolean not null default false,
  default_confidence float8 check (default_confidence between 0.05 and 1),
  reason_required boolean not null default false,
  position int not null,
  primary key (codebook_version, type_code, variant),
  foreign key (codebook_version, type_code) references event_type,
  unique (codebook_version, type_code, position),
  check (low <= base and base <= high and low >= -10 and high <= 10)
);

-- Kinds that name the same once_with count once together on an axis, the heaviest of them.
create table prior_weight (
  codebook_version text not null references codebook_version,
  axis_code text not null references axis,
  tie_kind text not null references tie_kind,
  weight float8 not null,
  once_with text,
  primary key (codebook_version, axis_code, tie_kind)
);
