-- Why: the first codebook, its parameters, and what a tie is worth at the start (prior rule 1.0).
insert into codebook_version (version, effective, sigma, prior_strength, note) values
  ('1.0', '[1945-10-24,)', 4, 2, 'First codebook: 44 types in six families. Starting values are the sum of ties in force, held between −8 and +8.');

insert into prior_weight (codebook_version, axis_code, tie_kind, weight, once_with) values
  ('1.0', 'RUW', 'UNION_STATE', -3, null),
  ('1.0', 'RUW', 'CSTO', -3, null),
  ('1.0', 'RUW', 'EAEU', -1, null),
  ('1.0', 'RUW', 'NATO', 4, null),
  ('1.0', 'RUW', 'EU', 3, null),
  ('1.0', 'RUW', 'SIDE_MOSCOW', -8, null),
  ('1.0', 'RUW', 'SIDE_KYIV', 8, null),
  ('1.0', 'CNW', 'SCO', -1, null),
  ('1.0', 'CNW', 'BRICS', -1, null),
  ('1.0', 'CNW', 'NATO', 4, 'US defence'),
  ('1.0', 'CNW', 'US_TREATY', 4, 'US defence'),
  ('1.0', 'CNW', 'SIDE_BEIJING', -8, null),
  ('1.0', 'CNW', 'SIDE_WASHINGTON', 8, null),
  ('1.0', 'TIE', 'UNION_STATE', -3, null),
  ('1.0', 'TIE', 'CSTO', -3, null),
  ('1.0', 'TIE', 'EAEU', -1, null),
  ('1.0', 'TIE', 'SIDE_MOSCOW', -8, null);
