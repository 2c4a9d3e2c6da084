-- What was ever proposed for a roll call, and what became of it?
select
  p.id,
  p.axis_code as axis,
  p.favoured_code as favoured,
  p.reason,
  p.proposed_at,
  pu.name as proposed_by,
  p.proposed_by as proposed_by_id,
  p.state,
  p.decided_at,
  du.name as decided_by,
  p.decision
from roll_call_proposal p
left join app_user pu on pu.id = p.proposed_by
left join app_user du on du.id = p.decided_by
where p.roll_call_id = @id and p.proposed_at <= @knownAt
order by p.proposed_at desc, p.id desc
