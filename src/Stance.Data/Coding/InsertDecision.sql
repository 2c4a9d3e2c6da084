-- Keep one coder's answer, and what it comes to in the fields coders are compared by.
insert into coding_decision (
  case_id,
  place,
  coder_id,
  decided_at,
  codebook_version,
  draft,
  note,
  country_code,
  also_codes,
  recipient_code,
  type_code,
  variant,
  scored_on,
  intensity,
  confidence
) values (
  @id,
  @place,
  @coder,
  @at,
  @codebook,
  @draft::jsonb,
  @note,
  @country,
  @also::text[],
  @recipient,
  @type,
  @variant,
  @day,
  @intensity,
  @confidence
)
