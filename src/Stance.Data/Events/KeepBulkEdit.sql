-- Keep that one change was made in many acts, by whom and why.
insert into bulk_edit (id, at, field, value, reason, actor, by_user)
values (@id, @at, @field, @value, @reason, @actor, @by)
