-- Why: who did what must be told later, and a line changed, taken out or put in afterwards must show.
create table audit_entry (
  entry_no bigint primary key,
  at timestamptz not null,
  actor text not null check (actor <> ''),
  action text not null check (action <> ''),
  subject text not null,
  details jsonb not null,
  previous_hash bytea not null unique,
  hash bytea not null unique
);

create index on audit_entry (subject, entry_no);

-- The end of the chain, kept apart: without it, cutting off the newest lines would leave a chain that still fits.
create table audit_head (
  one boolean primary key default true check (one),
  entry_no bigint not null,
  hash bytea not null
);

insert into audit_head (entry_no, hash) values (0, sha256('stance'::bytea));

-- An array, so that no text can pass for two fields.
create function audit_hash(entry_no bigint, at timestamptz, actor text, action text, subject text, details jsonb, previous_hash bytea)
  returns bytea
  language sql immutable parallel safe
  return sha256(convert_to(
    jsonb_build_array(
      entry_no, (extract(epoch from at) * 1000000)::bigint, actor, action, subject, details, encode(previous_hash, 'hex'))::text,
    'UTF8'));

create function refuse_audit_change() returns trigger
  language plpgsql
  as $$ begin raise exception 'The audit is only ever added to.' using errcode = 'insufficient_privilege'; end $$;

create trigger audit_entry_is_final before update or delete or truncate on audit_entry
  for each statement execute function refuse_audit_change();
