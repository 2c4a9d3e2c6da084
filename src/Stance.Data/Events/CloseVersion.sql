-- End the knowledge interval of an act's newest version.
update stance_event_version
set known = tstzrange(lower(known), @at)
where country_code = @country and event_id = @id and version = @version
