-- Why: codebook 1.0, what can be coded: legal and symbolic acts.
insert into event_type (codebook_version, code, name, family, definition, example, plover, plover_quality, cameo, cameo_quality, mapping_note, position, attributes) values
  ('1.0', 'LEG-RECO', 'Recognises contested claim', 'Legal and symbolic',
   'Recognises a state, border or government that others dispute; the recipient is the country that stands behind the claim.',
   'Syria recognises the two “republics” in the Donbas: −9.',
   'SUPPORT', 'exact', '054 (6.0)', 'exact', null, 35, '[
    {"key": "entity", "label": "Recognised", "kind": "text", "required": true},
    {"key": "sponsor", "label": "Who stands behind it", "kind": "text"},
    {"key": "form", "label": "Form", "kind": "choice", "choices": ["Decree", "Law", "Statement", "Treaty"]},
    {"key": "instrument", "label": "Instrument", "kind": "text"}]'),
  ('1.0', 'LEG-NREC', 'States non-recognition', 'Legal and symbolic',
   'Says in public that it will not recognise a contested claim.',
   'Tokayev, beside Putin, refuses to recognise Donetsk and Luhansk: +7.',
   'REJECT', 'near', '120 (−4.0)', 'near', null, 36, '[
    {"key": "entity", "label": "Not recognised", "kind": "text", "required": true},
    {"key": "sponsor", "label": "Who stands behind it", "kind": "text"},
    {"key": "speaker", "label": "Speaker", "kind": "text"},
    {"key": "venue", "label": "Place or occasion", "kind": "text"},
    {"key": "wording", "label": "Wording", "kind": "text"}]'),
  ('1.0', 'LEG-SYMB', 'Bans or permits symbol', 'Legal and symbolic',
   'Outlaws or allows the public display of a symbol; the recipient is the country the symbol stands for.',
   'Kazakhstan outlaws the Z sign: +4.',
   'COERCE censor', 'near', '1721 (−5.0)', 'near', null, 37, '[
    {"key": "symbol", "label": "Symbol", "kind": "text", "required": true},
    {"key": "instrument", "label": "Instrument", "kind": "choice", "choices": ["Law", "Rule", "Practice"]},
    {"key": "penalty", "label": "Penalty", "kind": "text"},
    {"key": "in_force_on", "label": "In force from", "kind": "date"},
    {"key": "enforcement", "label": "Enforcement", "kind": "text"}]'),
  ('1.0', 'LEG-PROT', 'Bans or permits protest', 'Legal and symbolic',
   'Forbids or allows a demonstration; the recipient is the side that the protest is directed against.',
   'Kazakhstan bans antiwar rallies: −3, because Moscow is spared the protest.',
   'COERCE restrict', 'exact', '1721 (−5.0)', 'exact', null, 38, '[
    {"key": "subject", "label": "What the protest is about", "kind": "text"},
    {"key": "instrument", "label": "Instrument", "kind": "text"},
    {"key": "arrests", "label": "Arrests", "kind": "integer", "unit": "people", "min": 0}]'),
  ('1.0', 'LEG-MEDI', 'Broadcaster or platform measure', 'Legal and symbolic',
   'Bans or licenses a broadcaster or platform of another country.',
   'A country takes a Russian channel off the air: +5.',
   'COERCE censor', 'exact', '1721 (−5.0)', 'near', null, 39, '[
    {"key": "outlet", "label": "Outlet", "kind": "text", "required": true},
    {"key": "owner_state", "label": "State it belongs to", "kind": "text"},
    {"key": "instrument", "label": "Instrument", "kind": "text"}]'),
  ('1.0', 'LEG-COUR', 'Court or inquiry', 'Legal and symbolic',
   'Files, joins or backs a case or inquiry against a country, or obstructs one; that country is the recipient.',
   'A country joins the referral of Russia to the criminal court: +6.',
   'ACCUSE investigate/allege', 'near', '115 (−2.0)', 'near', null, 40, '[
    {"key": "court", "label": "Court or body", "kind": "text"},
    {"key": "case", "label": "Case", "kind": "text"},
    {"key": "role", "label": "Role", "kind": "choice", "choices": ["Files", "Joins", "Backs", "Obstructs"]},
    {"key": "stage", "label": "Stage", "kind": "text"}]');

insert into event_type_variant (codebook_version, type_code, variant, label, base, low, high, evidence_weight, mode, takes_expectation, default_confidence, reason_required, position) values
  ('1.0', 'LEG-RECO', 'default', 'Recognises contested claim', 9, 7, 10, 1, 'M', false, null, false, 1),
  ('1.0', 'LEG-NREC', 'default', 'States non-recognition', -7, -8, -5, 1, 'D', false, null, false, 1),
  ('1.0', 'LEG-SYMB', 'bans', 'Bans symbol', -4, -6, -2, 1, 'M', false, null, false, 1),
  ('1.0', 'LEG-SYMB', 'permits', 'Permits symbol', 4, 2, 6, 1, 'M', false, null, false, 2),
  ('1.0', 'LEG-PROT', 'bans', 'Bans protest', 3, 2, 5, 1, 'M', false, null, false, 1),
  ('1.0', 'LEG-PROT', 'permits', 'Permits protest', -3, -5, -2, 1, 'M', false, null, false, 2),
  ('1.0', 'LEG-MEDI', 'bans', 'Bans broadcaster or platform', -5, -6, -3, 1, 'M', false, null, false, 1),
  ('1.0', 'LEG-MEDI', 'licenses', 'Licenses broadcaster or platform', 5, 3, 6, 1, 'M', false, null, false, 2),
  ('1.0', 'LEG-COUR', 'backs', 'Backs case or inquiry', -6, -8, -4, 1, 'M', false, null, false, 1),
  ('1.0', 'LEG-COUR', 'obstructs', 'Obstructs case or inquiry', 6, 4, 8, 1, 'M', false, null, false, 2);
