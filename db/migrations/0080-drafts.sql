-- Why: what somebody has typed and not yet published must outlive a lost connection, a closed window and a restart.
create table draft (
  user_id uuid not null references app_user,
  -- act:new, or act:<id>:<version> for a correction.
  subject text not null check (length(subject) <= 100),
  -- The fields as typed; nobody but the form reads it.
  body text not null check (length(body) <= 1000000),
  saved_at timestamptz not null,
  primary key (user_id, subject)
);
