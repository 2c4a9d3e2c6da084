-- Close what the mark said; a reason where nothing follows it.
update trigger_event
set
  known = tstzrange(lower(known), @at),
  taken_back_by = case when @reason::text is not null then @by end,
  taken_back_reason = @reason
where id = @id
  and upper_inf(known)
