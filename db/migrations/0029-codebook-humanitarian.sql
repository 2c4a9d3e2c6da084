-- Why: codebook 1.0, what can be coded: humanitarian acts.
insert into event_type (codebook_version, code, name, family, definition, example, plover, plover_quality, cameo, cameo_quality, mapping_note, position, attributes) values
  ('1.0', 'HUM-AIDF', 'Aid shipment or flight', 'Humanitarian',
   'Relief goods are physically sent. One point more from 100 tonnes, one point less below 5 tonnes or when the size is unknown.',
   'Kazakhstan flies 28 t of medicine to Ukraine: +5.',
   'AID humanitarian', 'exact', '073 (7.4)', 'exact', null, 32, '[
    {"key": "tonnes", "label": "Weight", "kind": "number", "unit": "t", "min": 0},
    {"key": "cargo", "label": "Cargo", "kind": "text"},
    {"key": "vehicle", "label": "Aircraft or vehicle", "kind": "text"},
    {"key": "flights", "label": "Flights or convoys", "kind": "integer", "min": 1},
    {"key": "value", "label": "Value", "kind": "number", "unit": "USD", "min": 0},
    {"key": "origin", "label": "From", "kind": "text"},
    {"key": "entry_point", "label": "Enters at", "kind": "text"},
    {"key": "consignee", "label": "Handed to", "kind": "text"},
    {"key": "sent_on", "label": "Sent on", "kind": "date"},
    {"key": "received_on", "label": "Received on", "kind": "date"}]'),
  ('1.0', 'HUM-AIDM', 'Aid money', 'Humanitarian',
   'Gives or promises money for relief.',
   'Two million dollars to a relief fund for Ukraine: +5.',
   'AID / AGREE humanitarian', 'exact', '073 (7.4) / 0333 (5.2)', 'exact', null, 33, '[
    {"key": "amount", "label": "Amount", "kind": "number", "min": 0},
    {"key": "currency", "label": "Currency", "kind": "text", "help": "Three letters, such as USD"},
    {"key": "channel", "label": "Channel", "kind": "text"}]'),
  ('1.0', 'HUM-REFU', 'Shelter, evacuation, exchange', 'Humanitarian',
   'Admits, evacuates or exchanges people to their good and their country’s.',
   'A country gives Ukrainians protection: +4.',
   'AID asylum', 'exact', '075 (7.0)', 'exact', null, 34, '[
    {"key": "persons", "label": "People", "kind": "integer", "unit": "people", "min": 0},
    {"key": "status", "label": "Status granted", "kind": "text"},
    {"key": "from_place", "label": "From", "kind": "text"},
    {"key": "to_place", "label": "To", "kind": "text"}]');

insert into event_type_variant (codebook_version, type_code, variant, label, base, low, high, evidence_weight, mode, takes_expectation, default_confidence, reason_required, position) values
  ('1.0', 'HUM-AIDF', 'default', 'Aid shipment or flight', 5, 4, 6, 1, 'M', false, null, false, 1),
  ('1.0', 'HUM-AIDM', 'pledged', 'Pledges aid money', 5, 3, 6, 0.7, 'D', false, null, false, 1),
  ('1.0', 'HUM-AIDM', 'paid', 'Pays aid money', 5, 3, 6, 1, 'M', false, null, false, 2),
  ('1.0', 'HUM-REFU', 'default', 'Shelter, evacuation, exchange', 4, 2, 6, 1, 'M', false, null, false, 1);
