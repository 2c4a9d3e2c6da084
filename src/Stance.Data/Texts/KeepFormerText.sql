-- Keep the text that is about to be replaced.
insert into former_text (
  report_id, version, sha256, text_sha256, stored_text, keeps, file_kind, file_name, stored_by, stored_at, replaced_by, replaced_at, reason)
select
  id,
  text_version,
  sha256,
  text_sha256,
  stored_text,
  keeps,
  file_kind,
  file_name,
  stored_by,
  stored_at,
  @by,
  @at,
  @reason
from report
where id = @id and text_sha256 is not null
