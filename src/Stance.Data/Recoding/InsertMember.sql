-- Open what is known of a country's side from now on.
insert into axis_member (axis_code, country_code, weight, valid, source, known)
values (@axis, @country, @weight, daterange(@from, @until), @source, tstzrange(@at, null))
