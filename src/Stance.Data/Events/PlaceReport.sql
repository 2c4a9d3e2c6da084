-- Find the very same report, or put it on file.
with found as (
  select id
  from report
  where source_id = @source
    and title = @title
    and published_on = @publishedOn
    and language = @language
    and is_partial = @isPartial
    and (author, url, origin_group) is not distinct from (@author::text, @url::text, @originGroup::text)
  order by id
  limit 1
), placed as (
  insert into report (source_id, title, author, published_on, url, language, origin_group, is_partial)
  select @source, @title, @author, @publishedOn, @url, @language, @originGroup, @isPartial
  where not exists (select from found)
  returning id
)
select id from found
union all
select id from placed
