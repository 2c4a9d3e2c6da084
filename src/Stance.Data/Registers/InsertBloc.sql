-- Put a bloc on file.
insert into bloc (code, name)
values (@code, @name)
