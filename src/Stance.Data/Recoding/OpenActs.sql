-- Open the versions a new codebook scores anew: all as it was but the base score used and the weight of evidence.
insert into stance_event_version (
  country_code, event_id, version, known, recorded_at, title, recipient_code, codebook_version, type_code, variant, happened_from,
  happened_to, precision, scored_on, intensity, intensity_reason, attributes, confidence, confidence_reason, evidence_weight, mode,
  note, parent_id, chain_id, stage, is_scored, superseded_by, state, reason, changed_by, coded_codebook, coded_intensity)
select
  v.country_code, v.event_id, v.version + 1, tstzrange(@at, null), @recordedAt, v.title, v.recipient_code, t.codebook_version, v.type_code, v.variant,
  v.happened_from, v.happened_to, v.precision, v.scored_on, a.intensity, v.intensity_reason, v.attributes, v.confidence, v.confidence_reason,
  t.evidence_weight, t.mode, v.note, v.parent_id, v.chain_id, v.stage, v.is_scored, v.superseded_by, v.state, @reason, @by,
  coalesce(v.coded_codebook, v.codebook_version), coalesce(v.coded_intensity, v.intensity)
from unnest(@countries::text[], @events::uuid[], @versions::int[], @intensities::float8[]) as a (country_code, event_id, version, intensity)
join stance_event_version v using (country_code, event_id, version)
join event_type_variant t on t.codebook_version = @codebook and t.type_code = v.type_code and t.variant = v.variant
