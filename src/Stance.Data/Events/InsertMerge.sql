-- The version that takes an act back names the act it is the same as.
insert into merged_act (country_code, event_id, version, kept_id)
values (@country, @id, @version, @kept)
