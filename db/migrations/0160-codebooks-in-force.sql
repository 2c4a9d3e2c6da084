-- Why: a new version of the codebook scores every act anew from one moment on, and whoever asks what was known before must get the old numbers.

-- A moment, not a day: what was known this morning was scored by this morning's codebook.
alter table codebook_version
  add column in_force tstzrange,
  add column published_by uuid references app_user;

update codebook_version
set in_force = tstzrange(lower(effective)::timestamp at time zone 'utc', upper(effective)::timestamp at time zone 'utc');

alter table codebook_version
  drop column effective,
  alter column in_force set not null,
  add check (not isempty(in_force)),
  add exclude using gist (in_force with &&);

-- What a person judged, and by which codebook, where a later codebook scored the act anew: the next one starts from here, so that nothing is lost on the way.
alter table stance_event_version
  add column coded_codebook text references codebook_version,
  add column coded_intensity float8 check (coded_intensity between -10 and 10),
  add check (num_nulls(coded_codebook, coded_intensity) in (0, 2));

create function hold_codebook() returns void
  language sql volatile
  as $$ select pg_advisory_xact_lock_shared(7364111002) $$;

create function replace_codebook() returns void
  language sql volatile
  as $$ select pg_advisory_xact_lock(7364111002) $$;
