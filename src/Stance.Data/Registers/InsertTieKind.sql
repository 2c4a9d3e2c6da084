-- Put a kind of tie on file.
insert into tie_kind (code, name, is_alliance)
values (@code, @name, @isAlliance)
