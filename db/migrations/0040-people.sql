-- Why: people sign in, hold one role each, and can be shut out at once; sessions, links and tokens are kept as hashes only.
create table app_user (
  id uuid primary key default uuidv7(),
  email text not null check (length(email) between 3 and 254),
  normalized_email text not null unique,
  name text not null check (length(name) between 1 and 100),
  role text not null check (role in ('viewer', 'analyst', 'curator', 'administrator')),
  password_hash text not null,
  security_stamp text not null,
  is_disabled boolean not null default false,
  created_at timestamptz not null,
  last_signed_in_at timestamptz,
  -- Tries are counted before the password is looked at, so that guesses made side by side count too.
  tries_in_row int not null default 0,
  tries_on date,
  tries_that_day int not null default 0,
  locked_until timestamptz
);

create table user_session (
  id bytea primary key check (length(id) = 32),
  user_id uuid not null references app_user on delete cascade,
  started_at timestamptz not null,
  renewed_at timestamptz not null,
  expires_at timestamptz not null,
  ends_at timestamptz not null,
  device text not null check (length(device) <= 300)
);

create index on user_session (user_id);
create index on user_session (expires_at);

create table one_time_link (
  id uuid primary key default uuidv7(),
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  purpose text not null check (purpose in ('first-administrator', 'invitation', 'new-password')),
  role text check (role in ('viewer', 'analyst', 'curator', 'administrator')),
  email text,
  user_id uuid references app_user on delete cascade,
  created_at timestamptz not null,
  created_by uuid references app_user,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  check ((purpose = 'new-password') = (user_id is not null)),
  check ((purpose = 'new-password') = (role is null))
);

create table api_token (
  id uuid primary key default uuidv7(),
  name text not null check (length(name) between 1 and 100),
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  role text not null check (role in ('analyst', 'curator', 'administrator')),
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);

create table data_protection_key (
  id bigint generated always as identity primary key,
  name text not null unique,
  xml text not null
);

-- Serialises changes to people, so that two administrators cannot remove each other at the same moment.
create function people_lock() returns void
  language sql volatile
  as $$ select pg_advisory_xact_lock(7364111002) $$;
