-- Take the variants over into a new version of the codebook, with the numbers that change.
insert into event_type_variant (
  codebook_version, type_code, variant, label, base, low, high, evidence_weight, mode, takes_expectation, default_confidence, reason_required, position)
select
  @version, v.type_code, v.variant, v.label, coalesce(c.base, v.base), coalesce(c.low, v.low), coalesce(c.high, v.high),
  coalesce(c.evidence_weight, v.evidence_weight), v.mode, v.takes_expectation, v.default_confidence, v.reason_required, v.position
from event_type_variant v
left join unnest(@types::text[], @variants::text[], @bases::float8[], @lows::float8[], @highs::float8[], @weights::float8[])
  as c (type_code, variant, base, low, high, evidence_weight) on c.type_code = v.type_code and c.variant = v.variant
where v.codebook_version = @from
