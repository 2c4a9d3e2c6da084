-- Put a report on file with its text, or with as much of it as may be kept.
insert into report (
  source_id, title, author, published_on, url, language, origin_group, is_partial,
  sha256, text_sha256, stored_text, keeps, file_kind, file_name, stored_by, stored_at)
values (
  @source, @title, @author, @publishedOn, @url, @language, @originGroup, @isPartial,
  decode(@sha256, 'hex'), decode(@textSha256, 'hex'), @text, @keeps, @kind, @fileName, @by, @at)
returning id
