-- Take some acts back: a last version that says what the one before said, and why it counts no longer.
insert into stance_event_version (
  country_code, event_id, version, known, recorded_at, title, recipient_code, codebook_version, type_code, variant, happened_from,
  happened_to, precision, scored_on, intensity, intensity_reason, attributes, confidence, confidence_reason, evidence_weight, mode,
  note, parent_id, chain_id, stage, is_scored, state, reason, changed_by)
select
  v.country_code, v.event_id, v.version + 1, tstzrange(r.at, null), @recordedAt, v.title, v.recipient_code, v.codebook_version, v.type_code, v.variant, v.happened_from,
  v.happened_to, v.precision, v.scored_on, v.intensity, v.intensity_reason, v.attributes, v.confidence, v.confidence_reason, v.evidence_weight, v.mode,
  v.note, v.parent_id, v.chain_id, v.stage, v.is_scored, 'retracted', @reason, @by
from unnest(@countries::text[], @ids::uuid[], @versions::int[], @ats::timestamptz[]) as r (country, id, version, at)
join stance_event_version v on v.country_code = r.country and v.event_id = r.id and v.version = r.version
