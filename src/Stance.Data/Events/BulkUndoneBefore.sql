-- Was a change of many acts taken back already?
select exists (select from bulk_undo where bulk_id = @id)
