-- Which reports on file have these very bytes, or these very words?
select
  r.id,
  r.title,
  s.name as source,
  r.published_on,
  r.stored_text is not null as holds_words
from report r
join source s on s.id = r.source_id
where r.sha256 = decode(@sha256, 'hex') or r.text_sha256 = decode(@textSha256, 'hex')
order by r.stored_text is null, r.id
