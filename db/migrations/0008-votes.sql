-- Why: a roll call is entered once and gives one act per country, so its votes are kept compactly beside the coded events.
create table roll_call (
  id uuid primary key default uuidv7(),
  body text not null,
  symbol text not null,
  title text not null,
  held_on date not null,
  meeting text,
  session text,
  url text,
  yes int not null check (yes >= 0),
  no int not null check (no >= 0),
  abstain int not null check (abstain >= 0),
  absent int not null check (absent >= 0),
  unique (body, symbol)
);

create index roll_call_date on roll_call (held_on desc, id);

create table vote (
  country_code text not null references country,
  roll_call_id uuid not null references roll_call,
  choice char(1) not null check (choice in ('Y', 'N', 'A', 'X')),
  known tstzrange not null check (not isempty(known) and not lower_inf(known)),
  primary key (country_code, roll_call_id, known without overlaps)
);

create index vote_roll_call on vote (roll_call_id);

-- The curator's naming of the side a text favours on an axis: this makes the votes of a roll call acts.
create table roll_call_scoring (
  roll_call_id uuid not null references roll_call,
  axis_code text not null references axis,
  favoured_code text not null references country,
  codebook_version text not null references codebook_version,
  known tstzrange not null check (not isempty(known) and not lower_inf(known)),
  primary key (roll_call_id, axis_code, known without overlaps)
);
