-- Find the very same passage of a report with the same translation, or pin it.
with found as (
  select id
  from excerpt
  where report_id = @report
    and passage = @passage
    and highlight_from = @from
    and highlight_to = @to
    and pointer = @pointer
    and (text_from, text_to, text_sha256, translation)
      is not distinct from (@textFrom::int, @textTo::int, decode(@textSha256, 'hex'), @translation::text)
  order by id
  limit 1
), placed as (
  insert into excerpt (report_id, passage, highlight_from, highlight_to, pointer, text_from, text_to, text_sha256, translation)
  select @report, @passage, @from, @to, @pointer, @textFrom, @textTo, decode(@textSha256, 'hex'), @translation
  where not exists (select from found)
  returning id
)
select id from found
union all
select id from placed
