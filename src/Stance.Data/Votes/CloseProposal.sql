-- Say what became of an open proposal.
update roll_call_proposal
set state = @state, decided_at = @now, decided_by = @by, decision = @decision
where roll_call_id = @id and axis_code = @axis and state = 'open'
