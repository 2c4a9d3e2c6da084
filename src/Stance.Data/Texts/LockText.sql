-- Hold a report whose text is to be replaced; which version of it is on file?
select
  text_version as version,
  keeps,
  encode(text_sha256, 'hex') as text_sha256
from report
where id = @id
for update
