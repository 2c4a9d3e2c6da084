-- Store an alarm, unless the same way of looking told of the same country's shift in this direction near that week already.
insert into shift_alarm (
  country_code, axis_code, method, week_on, since_on, value, level_before, level_after, act_ids, codebook_version, raised_at)
select
  @country, @axis, @method, @week, @since, @value, @before, @after, @acts, @codebook, @at
where not exists (
  select
  from shift_alarm a
  where a.country_code = @country
    and a.axis_code = @axis
    and a.method = @method
    and sign(a.level_after - a.level_before) = sign(@after::float8 - @before::float8)
    and abs(a.week_on - @week::date) < @rest::int)
on conflict do nothing
