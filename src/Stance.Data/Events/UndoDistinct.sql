-- Two acts found to be two may be one after all; nothing comes back where no such finding stands.
update distinct_acts
set
  undone_at = @at,
  undone_by = @by,
  undone_reason = @reason
where first_id = @first and second_id = @second and undone_at is null
returning id
