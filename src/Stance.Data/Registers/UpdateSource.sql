-- Let a source stand as corrected.
update source
set
  name = @name,
  reliability = @reliability,
  url = @url,
  read_since = @readSince,
  coded_back_to = @codedBackTo
where id = @id
