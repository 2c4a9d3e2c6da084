-- Why: charts mark what happened in the world without scoring it for anybody.
create table trigger_event (
  id uuid not null default uuidv7(),
  title text not null check (title <> ''),
  starts_on date not null,
  ends_on date,
  note text,
  known tstzrange not null check (not isempty(known) and not lower_inf(known)),
  primary key (id, known without overlaps),
  check (ends_on is null or starts_on <= ends_on)
);
