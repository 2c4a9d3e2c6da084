-- What is on file of one case: how it was chosen, what became of it, and both answers in order.
select
  c.id,
  c.opened_at,
  c.chosen_by,
  c.event_id,
  c.closed_at,
  d.place,
  d.coder_id,
  u.name as coder,
  d.decided_at,
  d.draft::text as draft,
  d.note,
  d.country_code as country,
  d.recipient_code as recipient,
  d.type_code as type,
  d.variant,
  d.scored_on as day,
  d.intensity,
  d.confidence
from coding_case c
join coding_decision d on d.case_id = c.id
join app_user u on u.id = d.coder_id
where c.id = @id
order by d.place
