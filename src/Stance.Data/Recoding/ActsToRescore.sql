-- Which acts stand now, or ever stood, what did people judge of them, and which scores were set outright or are two coders' mean?
select
  v.country_code as country,
  v.event_id as event,
  v.version,
  lower(v.known) as known_from,
  greatest(v.recorded_at, lower(v.known)) as scored_at,
  v.recipient_code as recipient,
  v.codebook_version as codebook,
  v.type_code as type,
  v.variant,
  v.scored_on,
  v.confidence,
  v.is_scored,
  coalesce(v.coded_codebook, v.codebook_version) as judged_by,
  coalesce(v.coded_intensity, v.intensity) as judged,
  o.axes as override_axes,
  o.scores as override_scores,
  c.axes as coded_axes,
  c.firsts,
  c.seconds
from stance_event_version v
left join (
  select country_code, event_id, version, array_agg(axis_code) as axes, array_agg(score) as scores
  from axis_override
  group by country_code, event_id, version
) o using (country_code, event_id, version)
left join (
  select country_code, event_id, version, array_agg(axis_code) as axes, array_agg(first) as firsts, array_agg(second) as seconds
  from coded_score
  group by country_code, event_id, version
) c using (country_code, event_id, version)
where v.state = 'published'
  and (@ever or upper_inf(v.known))
  and (@countries::text[] is null or v.country_code = any(@countries))
