-- End the scoring of a roll call on an axis.
update roll_call_scoring
set known = tstzrange(lower(known), @at)
where roll_call_id = @id and axis_code = @axis and upper_inf(known)
