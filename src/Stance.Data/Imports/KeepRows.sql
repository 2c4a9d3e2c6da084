-- Keep which row became which version of which act, and what it was before.
insert into import_row (batch_id, row_no, key, country_code, event_id, version, content, content_before, collections_before)
select
  @batch,
  s.row_no,
  s.key,
  s.country_code,
  s.event_id,
  s.version,
  s.content,
  s.content_before,
  case when s.version > 1 then array(
    select c.code
    from collection_item i
    join collection c on c.id = i.collection_id
    where i.country_code = s.country_code and i.event_id = s.event_id
    order by c.code) end
from import_stage s
