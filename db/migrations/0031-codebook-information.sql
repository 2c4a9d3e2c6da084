-- Why: codebook 1.0, what can be coded: information acts.
insert into event_type (codebook_version, code, name, family, definition, example, plover, plover_quality, cameo, cameo_quality, mapping_note, position, attributes) values
  ('1.0', 'INF-LEAD', 'Leader statement', 'Information',
   'A leader states a position of policy that no other type covers.',
   'A president calls for Ukraine’s territorial integrity: +4.',
   null, 'none', '010 (0.0)', 'near', 'PLOVER drops statements.', 41, '[
    {"key": "speaker", "label": "Speaker", "kind": "text"},
    {"key": "venue", "label": "Place or occasion", "kind": "text"},
    {"key": "language", "label": "Language", "kind": "text"},
    {"key": "quote", "label": "Words quoted", "kind": "text"}]'),
  ('1.0', 'INF-ELIT', 'Elite voice', 'Information',
   'A legislator, former official or other known voice takes a side, also by allegory; the reading is the coder’s.',
   'A Kazakh lawmaker tells the tale of the bear and the chipmunk: +2.',
   null, 'none', '010 (0.0)', 'near', 'PLOVER drops statements.', 42, '[
    {"key": "speaker", "label": "Speaker", "kind": "text"},
    {"key": "role", "label": "Role", "kind": "text"},
    {"key": "official", "label": "Speaks in office", "kind": "boolean"},
    {"key": "quote", "label": "Words quoted", "kind": "text"}]'),
  ('1.0', 'INF-EVAD', 'Declines to answer', 'Information',
   'Is asked and does not take a side.',
   'Tokayev deflects a question on Western pressure: 0.',
   null, 'none', '011 (−0.1)', 'exact', 'PLOVER drops statements.', 43, '[
    {"key": "question", "label": "Question", "kind": "text"},
    {"key": "asker", "label": "Who asked", "kind": "text"},
    {"key": "reply", "label": "Reply", "kind": "text"}]'),
  ('1.0', 'INF-LINE', 'State-media line', 'Information',
   'State media change their line in a way that is documented with a method.',
   'State television drops the words “special operation”: +3.',
   'COERCE misinformation', 'near', null, 'none', null, 44, '[
    {"key": "outlet", "label": "Outlet", "kind": "text"},
    {"key": "method", "label": "Method", "kind": "text"},
    {"key": "period", "label": "Period", "kind": "text"}]');

insert into event_type_variant (codebook_version, type_code, variant, label, base, low, high, evidence_weight, mode, takes_expectation, default_confidence, reason_required, position) values
  ('1.0', 'INF-LEAD', 'favours', 'Leader speaks in favour', 4, 1, 6, 0.7, 'D', false, null, false, 1),
  ('1.0', 'INF-LEAD', 'opposes', 'Leader speaks against', -4, -6, -1, 0.7, 'D', false, null, false, 2),
  ('1.0', 'INF-ELIT', 'favours', 'Elite voice in favour', 2, 1, 3, 0.3, 'D', false, null, false, 1),
  ('1.0', 'INF-ELIT', 'opposes', 'Elite voice against', -2, -3, -1, 0.3, 'D', false, null, false, 2),
  ('1.0', 'INF-EVAD', 'default', 'Declines to answer', 0, 0, 0, 0.2, 'D', false, null, false, 1),
  ('1.0', 'INF-LINE', 'warmer', 'State media turn warmer', 3, 1, 4, 0.5, 'M', false, null, false, 1),
  ('1.0', 'INF-LINE', 'cooler', 'State media turn cooler', -3, -4, -1, 0.5, 'M', false, null, false, 2);
