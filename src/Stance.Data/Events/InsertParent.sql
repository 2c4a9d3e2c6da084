-- Put an act of several states on file: what it is called as a whole. It never scores; its parts do.
insert into parent_act (title, created_at, created_by)
values (@title, @at, @by)
returning id
