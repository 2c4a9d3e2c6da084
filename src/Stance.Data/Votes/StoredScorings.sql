-- On which axes is a roll call scored at a moment, for whom, by whom and why?
select
  s.axis_code as axis,
  s.favoured_code as favoured,
  lower(s.known) as since,
  p.reason,
  pu.name as proposed_by,
  du.name as published_by,
  p.proposed_by is not distinct from p.decided_by and p.id is not null as is_unreviewed
from roll_call_scoring s
join axis a on a.code = s.axis_code
left join roll_call_proposal p on p.id = s.proposal_id
left join app_user pu on pu.id = p.proposed_by
left join app_user du on du.id = p.decided_by
where s.roll_call_id = @id
  and is_known_at(s.known, @knownAt)
  and (@axis::text is null or s.axis_code = @axis)
order by a.position
