-- Propose which side a text favours on an axis, or that it be scored there no longer.
insert into roll_call_proposal (roll_call_id, axis_code, favoured_code, reason, proposed_at, proposed_by)
values (@id, @axis, @favoured, @reason, @now, @by)
