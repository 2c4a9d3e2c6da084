-- Why: a source's grade is judged anew at times; what it was graded when stays on file, with who changed it and why.
-- What holds now stands in source itself, which everything reads; each correction puts what stood there here first.
create table source_version (
  source_id uuid not null references source,
  version int not null check (version > 0),
  name text not null,
  reliability char(1) not null check (reliability in ('A', 'B', 'C', 'D', 'E', 'F')),
  url text,
  -- The first has no beginning: it holds from when the source was put on file.
  known tstzrange not null check (not isempty(known) and not upper_inf(known)),
  -- Who ended it, and why.
  changed_by uuid references app_user,
  reason text not null check (reason <> ''),
  primary key (source_id, version),
  constraint source_version_without_overlaps unique (source_id, known without overlaps)
);
