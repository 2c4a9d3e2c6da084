-- Why: acts come in files too: what came from which row of which file stays on record, comes again without doubling, and can be taken back.
create table import_batch (
  id uuid primary key,
  file_name text not null check (file_name <> ''),
  file_sha256 bytea not null check (octet_length(file_sha256) = 32),
  file_bytes bigint not null,
  -- Which column stood for which field, and what held for all rows.
  mapping jsonb not null,
  sender text not null check (sender <> ''),
  rows_read int not null,
  rows_new int not null,
  rows_changed int not null,
  rows_unchanged int not null,
  rows_left_out int not null,
  at timestamptz not null,
  actor text not null check (actor <> ''),
  by_user uuid references app_user
);

-- An import taken back; the acts that were edited since stay as they are.
create table import_undo (
  batch_id uuid primary key references import_batch,
  at timestamptz not null,
  reason text not null check (reason <> ''),
  acts_retracted int not null,
  acts_restored int not null,
  acts_left int not null,
  actor text not null check (actor <> ''),
  by_user uuid references app_user
);

-- Which version of which act a row of a file became. No foreign key to the act: rows are written once, with it, and never changed.
create table import_row (
  batch_id uuid not null references import_batch,
  row_no int not null,
  key text not null,
  country_code text not null,
  event_id uuid not null,
  version int not null,
  content bytea not null,
  -- What an undo must bring back; null for an act the row created.
  content_before bytea,
  collections_before text[],
  primary key (batch_id, row_no)
);

create index import_row_event on import_row (event_id);

-- What a curator chose to leave out.
create table import_left_out (
  batch_id uuid not null references import_batch,
  row_no int not null,
  position int not null,
  column_name text not null,
  field text not null,
  value text not null,
  rule text not null,
  message text not null,
  primary key (batch_id, row_no, position)
);

-- The act each key of a sender means now; derived from import_row and import_undo.
create table import_key (
  sender text not null,
  key text not null,
  country_code text not null,
  event_id uuid not null,
  -- The version the last file left it at: a newer one was edited by hand.
  version int not null,
  content bytea not null,
  primary key (sender, key)
);

create index import_key_event on import_key (event_id);

-- The shape of what a batch is staged in. It stays empty: each batch has a table of this name of its own, for its transaction only.
create table import_stage (
  row_no int not null,
  key text not null,
  content bytea not null,
  country_code text not null,
  event_id uuid not null,
  version int not null,
  known_from timestamptz not null,
  title text not null,
  recipient_code text,
  type_code text not null,
  variant text not null,
  happened_from date not null,
  happened_to date not null,
  precision text not null,
  scored_on date not null,
  intensity float8 not null,
  intensity_reason text,
  attributes jsonb not null,
  confidence float8 not null,
  confidence_reason text,
  evidence_weight float8 not null,
  mode text not null,
  note text,
  credibility smallint not null,
  statement text not null,
  passage_print uuid not null,
  collections text[] not null,
  content_before bytea
);

create table import_stage_score (
  country_code text not null,
  event_id uuid not null,
  version int not null,
  axis_code text not null,
  base_score float8 not null,
  pole_weight float8,
  expectation float8 not null,
  score float8 not null,
  weight float8 not null
);

create table import_stage_source (
  name text not null,
  reliability text not null,
  url text,
  id uuid
);

-- Each report and passage of the file once; id becomes that of the same one on file.
create table import_stage_report (
  print uuid not null,
  id uuid not null,
  source text not null,
  title text not null,
  author text,
  published_on date not null,
  url text,
  language text not null,
  origin_group text
);

create table import_stage_passage (
  print uuid not null,
  report_print uuid not null,
  id uuid not null,
  passage text not null,
  highlight_from int not null,
  highlight_to int not null,
  pointer text not null
);

create function open_import_stage() returns void
  language plpgsql
  as $$ begin
    create temporary table import_stage (like public.import_stage) on commit drop;
    create temporary table import_stage_score (like public.import_stage_score) on commit drop;
    create temporary table import_stage_source (like public.import_stage_source) on commit drop;
    create temporary table import_stage_report (like public.import_stage_report) on commit drop;
    create temporary table import_stage_passage (like public.import_stage_passage) on commit drop;
  end $$;
