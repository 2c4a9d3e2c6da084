-- What is on file of this report and its text?
select
  r.id,
  s.id as source_id,
  s.name as source_name,
  s.reliability,
  s.url as source_url,
  r.title,
  r.author,
  r.published_on,
  r.url,
  r.language,
  r.origin_group,
  r.is_partial,
  r.keeps,
  r.text_version as version,
  r.file_kind,
  r.file_name,
  u.name as stored_by,
  r.stored_at,
  r.stored_text,
  encode(r.text_sha256, 'hex') as text_sha256,
  encode(r.sha256, 'hex') as sha256
from report r
join source s on s.id = r.source_id
left join app_user u on u.id = r.stored_by
where r.id = @id
