-- Put a roll call on file; nothing comes back where its symbol is there already.
insert into roll_call (body, symbol, title, held_on, meeting, session, url, yes, no, abstain, absent, known_from, recorded_at, changed_by)
values (@body, @symbol, @title, @heldOn, @meeting, @session, @url, @yes, @no, @abstain, @absent, @at, @at, @by)
on conflict (body, symbol) do nothing
returning id
