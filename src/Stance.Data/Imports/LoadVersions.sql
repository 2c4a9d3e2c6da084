-- Open the versions of a batch.
insert into stance_event_version (
  country_code, event_id, version, known, recorded_at, title, recipient_code, codebook_version, type_code, variant, happened_from,
  happened_to, precision, scored_on, intensity, intensity_reason, attributes, confidence, confidence_reason, evidence_weight, mode,
  note, parent_id, reason, changed_by)
select
  country_code, event_id, version, tstzrange(known_from, null), @at, title, recipient_code, @codebook, type_code, variant, happened_from,
  happened_to, precision, scored_on, intensity, intensity_reason, attributes, confidence, confidence_reason, evidence_weight, mode,
  note, parent_id, case when version > 1 then @reason end, @by
from import_stage
