-- Mark an act as retracted, with the reason; from here on no version of it is published.
insert into stance_event_version (
  country_code, event_id, version, known, recorded_at, title, recipient_code, codebook_version, type_code, variant, happened_from,
  happened_to, precision, scored_on, intensity, intensity_reason, attributes, confidence, confidence_reason, evidence_weight, mode,
  note, parent_id, chain_id, stage, is_scored, state, reason, changed_by)
select
  country_code, event_id, version + 1, tstzrange(@at, null), @recordedAt, title, recipient_code, codebook_version, type_code, variant, happened_from,
  happened_to, precision, scored_on, intensity, intensity_reason, attributes, confidence, confidence_reason, evidence_weight, mode,
  note, parent_id, chain_id, stage, is_scored, 'retracted', @reason, @by
from stance_event_version
where country_code = @country and event_id = @id and version = @version
