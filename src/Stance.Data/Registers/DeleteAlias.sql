-- Let a country go by a name or code no longer.
delete from country_alias
where country_code = @code
  and kind = @kind
  and alias = @alias
