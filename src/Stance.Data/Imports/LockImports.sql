-- Let only one file be written at a time.
select pg_advisory_xact_lock(7364111135)
