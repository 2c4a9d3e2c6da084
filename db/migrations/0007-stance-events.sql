-- Why: a dated act is corrected and retracted but never overwritten, so its content lies in versions with a knowledge interval.
create table parent_act (
  id uuid primary key default uuidv7(),
  title text not null,
  note text
);

create table stance_event (
  country_code text not null references country,
  id uuid not null default uuidv7(),
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (country_code, id),
  unique (id)
);

create table stance_event_version (
  country_code text not null,
  event_id uuid not null,
  version int not null check (version > 0),
  known tstzrange not null check (not isempty(known) and not lower_inf(known)),
  recorded_at timestamptz not null default now(),
  title text not null check (title <> ''),
  recipient_code text references country,
  codebook_version text not null,
  type_code text not null,
  variant text not null,
  happened_from date not null,
  happened_to date not null,
  precision text not null check (precision in ('day', 'week', 'month', 'interval', 'start')),
  scored_on date not null,
  intensity float8 not null check (intensity between -10 and 10),
  intensity_reason text,
  attributes jsonb not null default '{}' check (jsonb_typeof(attributes) = 'object'),
  confidence float8 not null check (confidence between 0.05 and 1),
  confidence_reason text,
  evidence_weight float8 not null check (evidence_weight between 0 and 1),
  mode char(1) not null check (mode in ('D', 'M')),
  note text,
  parent_id uuid references parent_act,
  chain_id uuid,
  stage text,
  is_scored boolean not null default true,
  state text not null default 'published' check (state in ('published', 'retracted')),
  reason text,
  changed_by uuid,
  primary key (country_code, event_id, known without overlaps),
  unique (country_code, event_id, version),
  foreign key (country_code, event_id) references stance_event,
  foreign key (codebook_version, type_code, variant) references event_type_variant,
  check (happened_from <= scored_on and scored_on <= happened_to),
  check (precision <> 'day' or happened_from = happened_to),
  check (state = 'published' or reason is not null)
);

create index stance_event_version_date on stance_event_version (scored_on desc, event_id);
create index stance_event_version_country_date on stance_event_version (country_code, scored_on desc, event_id);
create index stance_event_version_title on stance_event_version using gin (plain_text(title) gin_trgm_ops);
create index stance_event_version_parent on stance_event_version (parent_id) where parent_id is not null;
create index stance_event_version_chain on stance_event_version (chain_id) where chain_id is not null;

create table axis_override (
  country_code text not null,
  event_id uuid not null,
  version int not null,
  axis_code text not null references axis,
  score float8 not null check (score between -10 and 10),
  reason text not null check (reason <> ''),
  primary key (country_code, event_id, version, axis_code),
  foreign key (country_code, event_id, version) references stance_event_version (country_code, event_id, version)
);

-- What the version comes to on each axis where it speaks; recomputable from the version, the axis and the codebook.
create table scored_act (
  country_code text not null,
  event_id uuid not null,
  version int not null,
  axis_code text not null references axis,
  base_score float8 not null,
  pole_weight float8,
  expectation float8 not null default 0,
  score float8 not null check (score between -10 and 10),
  weight float8 not null check (weight between 0 and 1),
  primary key (country_code, event_id, version, axis_code),
  foreign key (country_code, event_id, version) references stance_event_version (country_code, event_id, version)
);
