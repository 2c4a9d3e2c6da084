-- Remember how a command ended, for whoever repeats it.
insert into command_log (actor, key, command, body_hash, outcome, at)
values (@actor, @key, @command, @bodyHash, @outcome::jsonb, @at)
