-- Give an act its place and its id.
insert into stance_event (country_code, id, created_at, created_by)
values (@country, coalesce(@id, uuidv7()), @at, @by)
returning id
