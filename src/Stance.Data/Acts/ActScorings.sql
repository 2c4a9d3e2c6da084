-- How did an act's score on each axis come about?
select
  s.axis_code as axis,
  s.base_score,
  s.pole_weight,
  s.expectation,
  o.score as override,
  o.reason as override_reason,
  s.score,
  s.weight
from act_score_as_of(@knownAt) s
join axis x on x.code = s.axis_code
left join axis_override o
  on o.country_code = s.country_code and o.event_id = s.event_id and o.version = @version and o.axis_code = s.axis_code
where s.country_code = @country and s.act_id = @actId
order by x.position
