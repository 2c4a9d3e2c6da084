-- Show a scenario to everybody who can sign in, or to its owner alone.
update scenario
set is_shared = @isShared
where id = @id
