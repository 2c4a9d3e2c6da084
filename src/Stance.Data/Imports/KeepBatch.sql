-- Keep which file was read, how, and what came of it.
insert into import_batch (
  id, file_name, file_sha256, file_bytes, mapping, sender, rows_read, rows_new, rows_changed, rows_unchanged, rows_left_out, at, actor, by_user)
values (@id, @file, @sha256, @bytes, @mapping::jsonb, @sender, @read, @added, @changed, @unchanged, @leftOut, @at, @actor, @by)
