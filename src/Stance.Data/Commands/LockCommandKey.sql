-- Let only one command with this key run at a time.
select pg_advisory_xact_lock(hashtextextended(@actor || ' ' || @key, 20220224))
