-- By which case did an act come to be: who coded it first and second, and was it ruled?
select
  c.id,
  one.name as first_coder,
  d1.decided_at as first_at,
  two.name as second_coder,
  d2.decided_at as second_at,
  a.ruled_at,
  u.name as ruled_by,
  a.reason,
  a.both_stand
from coding_case_act o
join coding_case c on c.id = o.case_id
join coding_decision d1 on d1.case_id = c.id and d1.place = 1
join app_user one on one.id = d1.coder_id
join coding_decision d2 on d2.case_id = c.id and d2.place = 2
join app_user two on two.id = d2.coder_id
left join adjudication a on a.case_id = c.id
left join app_user u on u.id = a.ruled_by
where o.event_id = @event
  and (@countries::text[] is null or o.country_code = any(@countries))
