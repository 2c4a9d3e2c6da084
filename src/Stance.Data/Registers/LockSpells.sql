-- Wait until nobody else changes ties, memberships or what they are of, so that what excludes another is seen before it is written.
select pg_advisory_xact_lock(7364111150)
