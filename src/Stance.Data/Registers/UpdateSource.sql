-- Let a source stand as corrected.
update source
set
  name = @name,
  reliability = @reliability,
  url = @url
where id = @id
