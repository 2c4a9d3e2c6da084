-- Wait until nobody else changes ties or memberships, so that overlaps are seen before they are written.
select pg_advisory_xact_lock(7364111150)
