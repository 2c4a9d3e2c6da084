-- Give a scenario another name.
update scenario
set name = @name
where id = @id
