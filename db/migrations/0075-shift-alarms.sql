-- Why: a country that shifts is told of once, with the acts behind it, and what was told stays when the numbers move on.
create table shift_alarm (
  country_code text not null references country,
  axis_code text not null references axis,
  method text not null check (method in ('departures', 'fresh-level')),
  -- Monday of the week whose acts raised it; since_on is the first Monday at the new level.
  week_on date not null check (extract(isodow from week_on) = 1),
  since_on date not null check (since_on <= week_on),
  -- How sure: the sum of departures in standard deviations, or a probability.
  value float8 not null check (value > 0),
  level_before float8 not null,
  level_after float8 not null,
  -- The acts that led it, strongest first.
  act_ids text[] not null,
  codebook_version text not null references codebook_version,
  raised_at timestamptz not null,
  primary key (country_code, axis_code, method, week_on),
  check (method <> 'fresh-level' or value <= 1)
);

create index shift_alarm_week on shift_alarm (week_on desc);
