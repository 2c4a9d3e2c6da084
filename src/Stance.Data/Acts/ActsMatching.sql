-- Which acts in view hold the words asked for?
with words as (
  select '%' || regexp_replace(plain_text(@text), '([\\%_])', '\\\1', 'g') || '%' as pattern
)
select v.act_id
from words w
cross join act_version_as_of(@knownAt) v
where (@countries::text[] is null or v.country_code = any(@countries))
  and (@fromDay::date is null or v.scored_on >= @fromDay)
  and (@toDay::date is null or v.scored_on <= @toDay)
  and (@families::text[] is null or left(v.type_code, 3) = any(@families))
  and (@mode::text is null or v.mode = @mode)
  and (plain_text(v.title) like w.pattern or plain_text(v.note) like w.pattern or exists (
    select
    from claim_as_of(@knownAt) k
    join excerpt x on x.id = k.excerpt_id
    where k.country_code = v.country_code
      and (k.event_id = v.event_id or k.roll_call_id = v.roll_call_id)
      and plain_text(x.passage) like w.pattern))
order by v.scored_on desc, v.act_id
limit @limit
