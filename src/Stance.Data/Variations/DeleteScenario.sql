-- Strike a scenario off the list; it stays on file.
update scenario
set
  deleted_at = @now,
  deleted_by = @actor
where id = @id
