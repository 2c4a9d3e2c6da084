-- Is anybody else migrating this database? Wait for it, but not for ever (the number is this lock's name).
select
  set_config('lock_timeout', '60s', false),
  pg_advisory_lock(7823091441);
