-- End the knowledge interval of claims.
update claim
set known = tstzrange(lower(known), @at)
where country_code = @country and event_id = @event and upper_inf(known) and (@ids::uuid[] is null or id = any(@ids))
