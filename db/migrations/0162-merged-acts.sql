-- Why: two acts on file that turn out to be one are merged: one stays, the other is taken back and leads to it, and both keep their histories.
create table merged_act (
  country_code text not null,
  event_id uuid not null,
  version int not null,
  kept_id uuid not null references stance_event (id),
  primary key (country_code, event_id, version),
  foreign key (country_code, event_id, version) references stance_event_version (country_code, event_id, version),
  check (kept_id <> event_id)
);
