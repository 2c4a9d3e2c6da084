-- End the claims that a batch says otherwise.
update claim k
set known = tstzrange(lower(k.known), s.known_from)
from import_stage s
join import_stage_passage p on p.print = s.passage_print
join import_stage_report r on r.print = p.report_print
where s.version > 1
  and k.country_code = s.country_code
  and k.event_id = s.event_id
  and k.rank = 'preferred'
  and upper_inf(k.known)
  and (k.credibility, k.statement, k.report_id, k.excerpt_id, k.attributes, k.reason)
    is distinct from (s.credibility, s.statement, r.id, p.id, '{}'::jsonb, null::text)
