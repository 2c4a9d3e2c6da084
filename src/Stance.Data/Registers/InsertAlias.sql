-- Let a country go by another name or code.
insert into country_alias (country_code, kind, alias)
values (@code, @kind, @alias)
on conflict do nothing
