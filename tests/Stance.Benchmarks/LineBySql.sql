-- The daily line of a few countries in one statement: daily sums, then running sums of weights grown by 2^(day/h) and shrunk back.
with daily as (
  select country_code, day,
    sum(weight * power(2::float8, day / @halfLife::float8)) as w,
    sum(weight * score * power(2::float8, day / @halfLife::float8)) as f
  from narrow_act
  where axis_code = 'RUW' and country_code = any(@countries) and day <= @toDay
  group by country_code, day
), days as (
  select c.country_code, d.day
  from unnest(@countries) as c(country_code), generate_series(@fromDay, @toDay) as d(day)
), eve as (
  select country_code, sum(w) as w, sum(f) as f from daily where day < @fromDay group by country_code
), running as (
  select
    s.country_code,
    s.day,
    coalesce(e.w, 0) + coalesce(sum(y.w) over line, 0) as w,
    coalesce(e.f, 0) + coalesce(sum(y.f) over line, 0) as f
  from days s
  left join daily y using (country_code, day)
  left join eve e using (country_code)
  window line as (partition by s.country_code order by s.day)
)
select
  country_code,
  day,
  w * power(2::float8, -day / @halfLife::float8) as weight,
  f * power(2::float8, -day / @halfLife::float8) as flow,
  f * power(2::float8, -day / @halfLife::float8) / (2::float8 + w * power(2::float8, -day / @halfLife::float8)) as index
from running
order by country_code, day
