-- Forget the keys of acts taken back: the same row comes as a new act again.
delete from import_key k
using import_row r
where r.batch_id = @batch
  and r.event_id <> all(@left)
  and r.content_before is null
  and k.sender = @sender
  and k.key = r.key
  and k.event_id = r.event_id
