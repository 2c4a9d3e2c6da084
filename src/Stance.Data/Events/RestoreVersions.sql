-- Say again what some acts said before their newest versions.
insert into stance_event_version (
  country_code, event_id, version, known, recorded_at, title, recipient_code, codebook_version, type_code, variant, happened_from,
  happened_to, precision, scored_on, intensity, intensity_reason, attributes, confidence, confidence_reason, evidence_weight, mode,
  note, parent_id, chain_id, stage, is_scored, superseded_by, state, reason, changed_by, coded_codebook, coded_intensity)
select
  b.country_code, b.event_id, r.version + 1, tstzrange(r.at, null), @recordedAt, b.title, b.recipient_code, b.codebook_version, b.type_code, b.variant,
  b.happened_from, b.happened_to, b.precision, b.scored_on, b.intensity, b.intensity_reason, b.attributes, b.confidence, b.confidence_reason,
  b.evidence_weight, b.mode, b.note, b.parent_id, b.chain_id, b.stage, b.is_scored, b.superseded_by, b.state, @reason, @by, b.coded_codebook, b.coded_intensity
from unnest(@countries::text[], @ids::uuid[], @versions::int[], @ats::timestamptz[]) as r (country, id, version, at)
join stance_event_version b on b.country_code = r.country and b.event_id = r.id and b.version = r.version - 1
