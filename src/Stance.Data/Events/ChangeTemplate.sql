-- Give a template another name, or other readers.
update act_template
set
  name = @name,
  is_shared = @isShared
where id = @id
