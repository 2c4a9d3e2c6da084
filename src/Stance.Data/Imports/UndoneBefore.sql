-- Was an import taken back already?
select exists (select from import_undo where batch_id = @batch)
