-- Score a roll call for a side on an axis: from here on its votes are acts.
insert into roll_call_scoring (roll_call_id, axis_code, favoured_code, codebook_version, known, proposal_id)
values (@id, @axis, @favoured, @codebook, tstzrange(@at, null), @proposal)
