-- Which sources are on file, the most used first, and what rests on each?
select
  s.id,
  s.name,
  s.reliability,
  s.url,
  s.read_since,
  s.coded_back_to,
  (select count(*)::int from source_version v where v.source_id = s.id) as version,
  coalesce(r.reports, 0) as reports,
  coalesce(a.acts, 0) as acts
from source s
left join (
  select source_id, count(*)::int as reports
  from report
  group by source_id
) r on r.source_id = s.id
left join (
  select p.source_id, count(distinct c.event_id)::int as acts
  from claim c
  join report p on p.id = c.report_id
  where upper_inf(c.known)
    and c.event_id is not null
  group by p.source_id
) a on a.source_id = s.id
order by reports desc, s.name
