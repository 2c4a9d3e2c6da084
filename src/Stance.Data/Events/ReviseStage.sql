-- Open the next version of a stage of a commitment: all as it was but its chain, whether it counts, and which stage does in its place.
insert into stance_event_version (
  country_code, event_id, version, known, recorded_at, title, recipient_code, codebook_version, type_code, variant, happened_from,
  happened_to, precision, scored_on, intensity, intensity_reason, attributes, confidence, confidence_reason, evidence_weight, mode,
  note, parent_id, chain_id, stage, is_scored, superseded_by, state, reason, changed_by, coded_codebook, coded_intensity)
select
  country_code, event_id, version + 1, tstzrange(@at, null), @recordedAt, title, recipient_code, codebook_version, type_code, variant, happened_from,
  happened_to, precision, scored_on, intensity, intensity_reason, attributes, confidence, confidence_reason, evidence_weight, mode,
  note, parent_id, @chain, stage, @isScored, @supersededBy, state, @reason, @by, coded_codebook, coded_intensity
from stance_event_version
where country_code = @country and event_id = @id and version = @version
