-- In which fields do the changed rows of a batch differ from what is on file?
with
changed as (
  select *
  from import_stage
  where version > 1
  order by row_no
  limit 500
),
whole as (
  select id, title from parent_act
  union all
  select n.id, n.title from unnest(@ids::uuid[], @titles::text[]) as n (id, title)
),
pair as (
  select
    s.row_no,
    v.title as act,
    jsonb_build_object(
      'recipient', v.recipient_code, 'type', v.type_code, 'variant', v.variant, 'from', v.happened_from, 'to', v.happened_to,
      'precision', v.precision, 'scoredOn', v.scored_on, 'title', v.title, 'intensity', v.intensity, 'intensityReason', v.intensity_reason,
      'confidence', v.confidence, 'confidenceReason', v.confidence_reason, 'note', v.note, 'parent', (select w.title from whole w where w.id = v.parent_id), 'credibility', k.credibility,
      'statement', k.statement, 'source.name', o.name, 'report.title', r.title, 'report.author', r.author, 'report.url', r.url,
      'report.publishedOn', r.published_on, 'report.language', r.language, 'report.originGroup', r.origin_group,
      'excerpt.passage', x.passage, 'excerpt.translation', x.translation, 'excerpt.pointer', x.pointer,
      'excerpt.highlight', substr(x.passage, x.highlight_from + 1, x.highlight_to - x.highlight_from),
      'collections', array_to_string(array(
        select c.code
        from collection_item i
        join collection c on c.id = i.collection_id
        where i.country_code = v.country_code and i.event_id = v.event_id
        order by c.code), '; '))
      || coalesce((select jsonb_object_agg('attributes.' || a.key, a.value) from jsonb_each(v.attributes) a), '{}') as old,
    jsonb_build_object(
      'recipient', s.recipient_code, 'type', s.type_code, 'variant', s.variant, 'from', s.happened_from, 'to', s.happened_to,
      'precision', s.precision, 'scoredOn', s.scored_on, 'title', s.title, 'intensity', s.intensity, 'intensityReason', s.intensity_reason,
      'confidence', s.confidence, 'confidenceReason', s.confidence_reason, 'note', s.note, 'parent', (select w.title from whole w where w.id = s.parent_id), 'credibility', s.credibility,
      'statement', s.statement, 'source.name', t.source, 'report.title', t.title, 'report.author', t.author, 'report.url', t.url,
      'report.publishedOn', t.published_on, 'report.language', t.language, 'report.originGroup', t.origin_group,
      'excerpt.passage', p.passage, 'excerpt.translation', p.translation, 'excerpt.pointer', p.pointer,
      'excerpt.highlight', substr(p.passage, p.highlight_from + 1, p.highlight_to - p.highlight_from),
      'collections', array_to_string(array(select unnest(s.collections) order by 1), '; '))
      || coalesce((select jsonb_object_agg('attributes.' || a.key, a.value) from jsonb_each(s.attributes) a), '{}') as new
  from changed s
  join import_stage_passage p on p.print = s.passage_print
  join import_stage_report t on t.print = p.report_print
  join stance_event_version v on v.country_code = s.country_code and v.event_id = s.event_id and v.version = s.version - 1
  left join claim k on k.country_code = v.country_code and k.event_id = v.event_id and k.rank = 'preferred' and upper_inf(k.known)
  left join excerpt x on x.id = k.excerpt_id
  left join report r on r.id = k.report_id
  left join source o on o.id = r.source_id
)
select
  pair.row_no as row,
  pair.act,
  field.key as field,
  coalesce(pair.old ->> field.key, '') as old,
  coalesce(pair.new ->> field.key, '') as new
from pair
cross join lateral jsonb_object_keys(pair.old || pair.new) as field (key)
where pair.old -> field.key is distinct from pair.new -> field.key
  and coalesce(pair.old ->> field.key, '') <> coalesce(pair.new ->> field.key, '')
order by pair.row_no, field.key
