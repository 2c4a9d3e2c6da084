-- Call an act of several states otherwise from now on.
update parent_act
set title = @title
where id = @id
