-- Why: machines code events from the news by the million; a curator may look there for acts, but nothing of it counts until a person judged it.
create table suggestion (
  id uuid primary key default uuidv7(),
  format text not null check (format in ('gdelt', 'icews', 'coded')),
  -- What makes it the same when it is sent again.
  identity text not null,
  -- Every id files gave it.
  row_ids text[] not null check (row_ids <> '{}'),
  file_name text not null,
  row_no int not null,
  actor_code text not null references country,
  recipient_code text references country,
  happened_on date not null,
  url text,
  publisher text,
  scheme text not null check (scheme in ('CAMEO', 'PLOVER')),
  code text not null,
  goldstein float8,
  -- Kinds of the codebook mapped to the code, the best first: [{"type": …, "quality": …}].
  proposals jsonb not null check (jsonb_typeof(proposals) = 'array'),
  words text not null,
  received_at timestamptz not null,
  unique (format, identity)
);

create index suggestion_newest on suggestion (happened_on desc, id);

-- What a curator made of a suggestion.
create table suggestion_decision (
  suggestion_id uuid primary key references suggestion,
  decision text not null check (decision in ('taken', 'dismissed')),
  reason text,
  -- The act that came of it.
  event_id uuid references stance_event (id),
  at timestamptz not null,
  actor text not null check (actor <> ''),
  by_user uuid references app_user,
  check (decision = 'taken' or reason is not null)
);
