-- Which reports of these sources does the sample quote?
insert into report (id, source_id, title, author, published_on, url, language, origin_group, is_partial, sha256)
select
  r.id,
  s.id,
  r.title,
  r.author,
  r.published_on,
  r.url,
  r.language,
  r.origin_group,
  r.is_partial,
  decode(r.sha256, 'hex')
from jsonb_to_recordset(@rows::jsonb) as r(
  id uuid, source text, title text, author text, published_on date, url text, language text, origin_group text, is_partial boolean, sha256 text)
join source s on s.name = r.source
on conflict do nothing
