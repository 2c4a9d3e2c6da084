-- Why: two acts that look like one but are two must not be asked about for ever; that somebody looked, and why they are two, stays on file.
create table distinct_acts (
  id uuid primary key default uuidv7(),
  -- The smaller id first, so that a pair is told in one way.
  first_id uuid not null references stance_event (id),
  second_id uuid not null references stance_event (id),
  reason text not null check (reason <> ''),
  marked_at timestamptz not null,
  -- Empty for a token's hand; the audit names it.
  marked_by uuid references app_user,
  -- They may be one act after all; the line stays.
  undone_at timestamptz,
  undone_by uuid references app_user,
  undone_reason text,
  check (first_id < second_id),
  check (undone_at is not null or num_nonnulls(undone_by, undone_reason) = 0)
);

create unique index distinct_acts_stand on distinct_acts (first_id, second_id) where undone_at is null;
create index distinct_acts_second on distinct_acts (second_id) where undone_at is null;

-- What curators are asked to settle is looked up at every visit of the desk.
create index claim_disputes on claim (country_code, event_id) where contradicts_preferred;
