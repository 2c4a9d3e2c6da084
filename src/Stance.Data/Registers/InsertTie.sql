-- Put a country's tie on file.
insert into structural_tie (country_code, tie_kind, valid, source, known)
values (@country, @group, daterange(@from, @until), @source, tstzrange(@at, null))
