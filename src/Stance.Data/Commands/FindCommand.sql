-- Was a command with this key carried out before, and how did it end?
select
  command,
  body_hash,
  outcome::text as outcome
from command_log
where actor = @actor and key = @key
