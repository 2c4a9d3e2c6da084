-- Which files were imported, the newest first, and were they taken back?
select
  b.id,
  b.file_name as file,
  b.sender,
  b.rows_read as rows,
  b.rows_new as new,
  b.rows_changed as changed,
  b.rows_unchanged as unchanged,
  b.rows_left_out as left_out,
  b.at,
  b.actor as by,
  u.at as undone_at,
  u.actor as undone_by,
  u.reason,
  coalesce(u.acts_left, 0) as acts_left
from import_batch b
left join import_undo u on u.batch_id = b.id
where @id::uuid is null or b.id = @id
order by b.id desc
limit 200
