-- Keep that a change of many acts was taken back, by whom and why.
insert into bulk_undo (bulk_id, at, reason, actor, by_user)
values (@id, @at, @reason, @actor, @by)
