-- Which rows were left out of an import, and why?
select
  row_no as row,
  column_name as column,
  field,
  value,
  rule,
  message
from import_left_out
where batch_id = @id
order by row_no, position
limit 20000
