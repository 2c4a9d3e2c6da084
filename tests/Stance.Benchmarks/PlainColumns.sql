-- Which columns of a table hold what somebody wrote, not what follows from it?
select string_agg(quote_ident(column_name), ', ' order by ordinal_position)
from information_schema.columns
where table_schema = 'public' and table_name = @table and is_generated = 'NEVER'
