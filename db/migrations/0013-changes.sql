-- Why: every open chart follows what was written, a repeated command gets its first answer, and a setting has one place.

-- One line per committed change, in the order of commits: writers take the change lock (see change_lock) before they insert,
-- so a reader that has seen number n has seen everything below it.
create table change_feed (
  change_no bigint generated always as identity primary key,
  at timestamptz not null default now(),
  country_code text references country,
  what text not null check (what <> ''),
  subject text
);

-- Serialises the end of writing transactions; held until commit.
create function change_lock() returns void
  language sql volatile
  as $$ select pg_advisory_xact_lock(7364111001) $$;

create table command_log (
  actor text not null,
  key text not null check (length(key) between 1 and 200),
  command text not null,
  body_hash bytea not null,
  outcome jsonb not null,
  at timestamptz not null default now(),
  primary key (actor, key)
);

create table setting (
  key text primary key,
  value jsonb not null
);
