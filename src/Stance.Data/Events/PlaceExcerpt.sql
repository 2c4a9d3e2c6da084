-- Find the very same passage of a report, or pin it.
with found as (
  select id
  from excerpt
  where report_id = @report
    and passage = @passage
    and highlight_from = @from
    and highlight_to = @to
    and pointer = @pointer
  order by id
  limit 1
), placed as (
  insert into excerpt (report_id, passage, highlight_from, highlight_to, pointer)
  select @report, @passage, @from, @to, @pointer
  where not exists (select from found)
  returning id
)
select id from found
union all
select id from placed
