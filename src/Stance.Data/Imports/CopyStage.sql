-- Take the rows of a batch as they come.
copy import_stage (
  row_no, key, content, country_code, event_id, version, known_from, title, recipient_code, type_code, variant, happened_from, happened_to,
  precision, scored_on, intensity, intensity_reason, attributes, confidence, confidence_reason, evidence_weight, mode, note, credibility,
  statement, passage_print, collections, content_before, parent_id)
from stdin (format binary)
