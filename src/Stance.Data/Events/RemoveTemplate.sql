-- Strike a template off the list.
update act_template
set
  removed_at = @at,
  removed_by = @by
where id = @id
