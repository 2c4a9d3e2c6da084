-- Keep that an import was taken back, by whom and why.
insert into import_undo (batch_id, at, reason, acts_retracted, acts_restored, acts_left, actor, by_user)
values (@batch, @at, @reason, @retracted, @restored, @leftCount, @actor, @by)
