-- Put a country on file.
insert into country (code, name, official_name, region, subregion, iso2, m49, cow_code, valid_from, valid_to, is_former, un_seat, dispute)
values (
  @code, @name, @officialName, split_part(@region, ': ', 1), nullif(split_part(@region, ': ', 2), ''), @iso2, @m49, @cow, @from, @until,
  @until::date is not null, @seats::datemultirange, @dispute)
