-- Keep what two coders' answers come to on an axis, where both stand.
insert into coded_score (country_code, event_id, version, axis_code, first, second)
values (@country, @id, @version, @axis, @first, @second)
