-- Open the next version of a roll call.
update roll_call
set
  version = version + 1,
  known_from = @at,
  title = @title,
  meeting = @meeting,
  session = @session,
  url = @url,
  yes = @yes,
  no = @no,
  abstain = @abstain,
  absent = @absent,
  recorded_at = @now,
  changed_by = @by,
  reason = @reason
where id = @id
