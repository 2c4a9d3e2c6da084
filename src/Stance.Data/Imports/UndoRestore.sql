-- Bring back what the acts said before an import changed them, as a version of its own.
insert into stance_event_version (
  country_code, event_id, version, known, recorded_at, title, recipient_code, codebook_version, type_code, variant, happened_from,
  happened_to, precision, scored_on, intensity, intensity_reason, attributes, confidence, confidence_reason, evidence_weight, mode,
  note, parent_id, chain_id, stage, is_scored, superseded_by, reason, changed_by, coded_codebook, coded_intensity)
select
  b.country_code, b.event_id, v.version + 1, tstzrange(upper(v.known), null), @at, b.title, b.recipient_code, b.codebook_version, b.type_code,
  b.variant, b.happened_from, b.happened_to, b.precision, b.scored_on, b.intensity, b.intensity_reason, b.attributes, b.confidence,
  b.confidence_reason, b.evidence_weight, b.mode, b.note, b.parent_id, b.chain_id, b.stage, b.is_scored, b.superseded_by, @reason, @by,
  b.coded_codebook, b.coded_intensity
from import_row r
join stance_event_version v on v.country_code = r.country_code and v.event_id = r.event_id and v.version = r.version
join stance_event_version b on b.country_code = r.country_code and b.event_id = r.event_id and b.version = r.version - 1
where r.batch_id = @batch and r.event_id <> all(@left) and r.content_before is not null
