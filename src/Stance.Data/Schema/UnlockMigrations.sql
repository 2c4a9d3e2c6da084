-- Let the next one migrate.
select
  pg_advisory_unlock(7823091441),
  set_config('lock_timeout', '0', false);
