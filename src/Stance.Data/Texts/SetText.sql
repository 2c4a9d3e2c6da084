-- Let a report have this text from now on.
update report
set
  text_version = @version,
  sha256 = decode(@sha256, 'hex'),
  text_sha256 = decode(@textSha256, 'hex'),
  stored_text = @text,
  keeps = coalesce(keeps, @keeps),
  file_kind = @kind,
  file_name = @fileName,
  stored_by = @by,
  stored_at = @at
where id = @id
