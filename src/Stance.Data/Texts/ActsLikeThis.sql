-- Which acts on file share words with a passage, by title or by passage, the likest first?
with asked as (
  select to_tsquery('pg_catalog.simple'::regconfig, string_agg(quote_literal(p.word) || case when length(p.word) > 4 then ':*' else '' end, ' | ')) as query
  from (
    select distinct plain_words(w.word) as word
    from unnest(@words::text[]) as w (word)) p
  where p.word ~ '^[[:alnum:]]+$'
), liked as (
  select v.country_code, v.event_id, v.title, v.type_code, ts_rank(v.words, a.query) as rank
  from asked a
  join stance_event_version v on v.words @@ a.query and upper_inf(v.known) and v.state = 'published'
  union all
  select v.country_code, v.event_id, v.title, v.type_code, ts_rank(x.words, a.query)
  from asked a
  join excerpt x on x.words @@ a.query
  join claim c on c.excerpt_id = x.id and upper_inf(c.known)
  join stance_event_version v
    on v.country_code = c.country_code
    and v.event_id = c.event_id
    and upper_inf(v.known)
    and v.state = 'published'
)
select
  l.event_id::text as act_id,
  l.title,
  l.type_code as type,
  coalesce((
    select coalesce(x.translation, substr(x.passage, x.highlight_from + 1, x.highlight_to - x.highlight_from))
    from claim c
    join excerpt x on x.id = c.excerpt_id
    where c.country_code = l.country_code and c.event_id = l.event_id and c.rank = 'preferred' and upper_inf(c.known)), '') as passage
from liked l
where @countries::text[] is null or l.country_code = any(@countries)
group by l.country_code, l.event_id, l.title, l.type_code
order by max(l.rank) desc, l.event_id
limit @limit
