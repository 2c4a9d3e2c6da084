-- Take the kinds of act over into a new version of the codebook.
insert into event_type (
  codebook_version, code, name, family, definition, example, attributes, plover, plover_quality, cameo, cameo_quality, mapping_note, position)
select
  @version, code, name, family, definition, example, attributes, plover, plover_quality, cameo, cameo_quality, mapping_note, position
from event_type
where codebook_version = @from
