-- Why: a quiet week means nothing unless somebody looked. A sweep says who looked through which source, for whom and for which days.
create table source_sweep (
  id uuid primary key,
  source_id uuid not null references source,
  swept daterange not null check (not isempty(swept) and not lower_inf(swept) and not upper_inf(swept)),
  note text check (length(note) <= 500),
  swept_at timestamptz not null,
  swept_by uuid not null references app_user
);

create index source_sweep_at on source_sweep (swept_at desc, id);

create table source_sweep_country (
  sweep_id uuid not null references source_sweep,
  country_code text not null references country,
  primary key (country_code, sweep_id)
);

create index source_sweep_country_sweep on source_sweep_country (sweep_id);
