-- What did machines code that nobody has looked at, the newest first?
select
  s.id,
  s.format,
  array_to_string(s.row_ids, ', ') as row_ids,
  s.file_name as file,
  s.row_no as row,
  s.actor_code as actor,
  s.recipient_code as recipient,
  s.happened_on as day,
  s.url,
  s.publisher,
  s.scheme,
  s.code,
  s.goldstein,
  s.proposals::text as proposals,
  s.words
from suggestion s
where not exists (select from suggestion_decision d where d.suggestion_id = s.id)
  and (@id::uuid is null or s.id = @id)
  and (@actors::text[] is null or s.actor_code = any(@actors))
  and (@day::date is null or (s.happened_on, s.id) < (@day, @after::uuid))
order by s.happened_on desc, s.id desc
limit @limit
