-- Keep the score a curator set on one axis, and why.
insert into axis_override (country_code, event_id, version, axis_code, score, reason)
values (@country, @id, @version, @axis, @score, @reason)
