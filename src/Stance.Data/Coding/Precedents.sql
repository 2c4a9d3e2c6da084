-- How was it ruled before where two coders differed: of this kind first, then by like words of five letters or more?
select
  a.case_id as id,
  a.ruled_at,
  u.name as ruled_by,
  a.reason,
  a.type_code as type,
  a.draft ->> 'title' as title,
  o.event_id as act,
  o.parent_id as whole
from adjudication a
join coding_case c on c.id = a.case_id
join app_user u on u.id = a.ruled_by
left join coding_outcome o on o.case_id = c.id
cross join lateral (
  select coalesce(string_agg(quote_literal(word), ' | '), '')::tsquery as any_word
  from unnest(tsvector_to_array(word_vector(@words))) as w (word)
  where length(word) >= 5) q
where c.id is distinct from @except
  and (a.type_code = @type or a.words @@ q.any_word)
order by (a.type_code is not distinct from @type) desc, ts_rank(a.words, q.any_word) desc, a.ruled_at desc
limit 3
