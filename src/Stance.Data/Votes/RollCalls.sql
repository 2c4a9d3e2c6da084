-- Which roll calls are known at a moment, the newest first, with their tallies and the axes they are scored on?
select
  r.id,
  r.body,
  r.symbol,
  k.title,
  r.held_on,
  k.version,
  k.yes,
  k.no,
  k.abstain,
  k.absent,
  array(
    select s.axis_code
    from roll_call_scoring s
    join axis a on a.code = s.axis_code
    where s.roll_call_id = r.id
      and is_known_at(s.known, @knownAt)
      and (@axis::text is null or s.axis_code = @axis)
    order by a.position) as axes,
  exists (select from roll_call_proposal p where p.roll_call_id = r.id and p.state = 'open') as is_proposed
from roll_call r
join roll_call_known k on k.roll_call_id = r.id and is_known_at(k.known, @knownAt)
where exists (
    select
    from vote v
    where v.roll_call_id = r.id
      and is_known_at(v.known, @knownAt)
      and (@countries::text[] is null or v.country_code = any(@countries)))
  and (@fromDay::date is null or r.held_on >= @fromDay)
  and (@toDay::date is null or r.held_on <= @toDay)
  and not exists (select from unnest(@terms::text[]) t (term) where not r.words @@ word_query(t.term, false))
  and (@afterDay::date is null or (r.held_on, r.id) < (@afterDay::date, @afterId::uuid))
order by r.held_on desc, r.id desc
limit @limit
