-- Let a country stand as corrected.
update country
set
  name = @name,
  official_name = @officialName,
  region = split_part(@region, ': ', 1),
  subregion = nullif(split_part(@region, ': ', 2), ''),
  iso2 = @iso2,
  m49 = @m49,
  cow_code = @cow,
  valid_from = @from,
  valid_to = @until,
  is_former = @until::date is not null,
  un_seat = @seats::datemultirange,
  dispute = @dispute
where code = @code
