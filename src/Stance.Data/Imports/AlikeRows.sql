-- Which new rows of a batch say what an earlier row of it says: the same actor and kind, within a week, in the same words?
select
  s.row_no as row,
  s.title,
  s.earlier
from (
  select
    row_no,
    title,
    scored_on,
    lag(row_no) over alike as earlier,
    lag(scored_on) over alike as earlier_day
  from import_stage
  where version = 1
  window alike as (partition by country_code, recipient_code, type_code, plain_words(title) order by scored_on, row_no)
) s
where s.scored_on <= s.earlier_day + 7
order by s.row_no
limit 200
