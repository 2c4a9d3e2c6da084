-- Lay down the kinds of act of a new version of the codebook.
insert into event_type (
  codebook_version, code, name, family, definition, example, attributes, plover, plover_quality, cameo, cameo_quality, mapping_note, is_withdrawn, position)
select
  @version, code, name, family, definition, example, attributes, plover, plover_quality, cameo, cameo_quality, mapping_note, is_withdrawn, position
from jsonb_to_recordset(@types::jsonb) as t (
  code text, name text, family text, definition text, example text, attributes jsonb, plover text, plover_quality text, cameo text, cameo_quality text,
  mapping_note text, is_withdrawn boolean, position int)
