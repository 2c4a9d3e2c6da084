-- Why: sources disagree, so an act keeps what each of them says and which one the index follows.
create table claim (
  country_code text not null references country,
  id uuid not null default uuidv7(),
  event_id uuid,
  roll_call_id uuid references roll_call,
  known tstzrange not null check (not isempty(known) and not lower_inf(known)),
  rank text not null check (rank in ('preferred', 'normal', 'deprecated')),
  contradicts_preferred boolean not null default false,
  credibility smallint not null check (credibility between 1 and 6),
  statement text not null check (statement <> ''),
  attributes jsonb not null default '{}' check (jsonb_typeof(attributes) = 'object'),
  report_id uuid references report,
  excerpt_id uuid references excerpt,
  reason text,
  primary key (country_code, id, known without overlaps),
  foreign key (country_code, event_id) references stance_event,
  check (num_nonnulls(event_id, roll_call_id) = 1),
  check (rank <> 'preferred' or not contradicts_preferred),
  exclude using gist (country_code with =, event_id with =, known with &&) where (rank = 'preferred' and event_id is not null)
);

create index claim_event on claim (country_code, event_id);
create index claim_roll_call on claim (roll_call_id, country_code) where roll_call_id is not null;
create index claim_report on claim (report_id);
