-- Lay down the variants of a new version of the codebook.
insert into event_type_variant (
  codebook_version, type_code, variant, label, base, low, high, evidence_weight, mode, takes_expectation, default_confidence, reason_required, position)
select
  @version, type, variant, label, base, low, high, evidence_weight, mode, takes_expectation, default_confidence, reason_required, position
from jsonb_to_recordset(@variants::jsonb) as v (
  type text, variant text, label text, base float8, low float8, high float8, evidence_weight float8, mode text, takes_expectation boolean,
  default_confidence float8, reason_required boolean, position int)
