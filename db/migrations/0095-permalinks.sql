-- Why: an address that somebody has cited must give the same numbers for ever. What was handed out is kept by its fingerprint; a check every
-- night reads some of the addresses again.
create table permalink (
  key bytea primary key check (length(key) = 32),
  view text not null check (length(view) between 1 and 8000),
  fingerprint bytea not null check (length(fingerprint) = 32),
  handed_out_at timestamptz not null
);

create table permalink_check (
  permalink_key bytea not null references permalink,
  checked_at timestamptz not null,
  found bytea check (length(found) = 32),
  primary key (permalink_key, checked_at)
);

create index permalink_check_at on permalink_check (checked_at desc);
