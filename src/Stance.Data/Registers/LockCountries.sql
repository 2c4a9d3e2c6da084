-- Wait until nobody else changes countries, so that names and codes stay apart.
select pg_advisory_xact_lock(7364111151)
