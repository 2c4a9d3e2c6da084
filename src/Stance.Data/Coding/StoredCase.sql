-- What is on file of one case: how it was chosen, what became of it, and both answers in order.
select
  c.id,
  c.opened_at,
  c.chosen_by,
  o.event_id as act,
  o.parent_id as whole,
  c.closed_at,
  d.place,
  d.coder_id,
  u.name as coder,
  d.decided_at,
  d.draft::text as draft,
  d.note,
  array_to_string(d.country_code || d.also_codes, ' ') as actors,
  d.recipient_code as recipient,
  d.type_code as type,
  d.variant,
  d.scored_on as day,
  d.intensity,
  d.confidence
from coding_case c
join coding_decision d on d.case_id = c.id
join app_user u on u.id = d.coder_id
left join coding_outcome o on o.case_id = c.id
where c.id = @id
order by d.place
