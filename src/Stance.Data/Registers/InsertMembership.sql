-- Put a country's spell in a bloc on file.
insert into bloc_membership (bloc_code, country_code, valid, source, known)
values (@group, @country, daterange(@from, @until), @source, tstzrange(@at, null))
