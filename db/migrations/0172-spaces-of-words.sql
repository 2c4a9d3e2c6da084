-- Why: each run of signs that is replaced costs as much as a word, and most such runs are single spaces, which part words already.

-- Composed, without accents, in small letters: what words are looked for in.
create function plain_composed(t text) returns text
  language sql immutable parallel safe
  return plain_text(case when t is nfc normalized then t else normalize(t, nfc) end);

create or replace function plain_words(t text) returns text
  language sql immutable parallel safe
  return btrim(regexp_replace(plain_composed(t), '[^[:alnum:]]+', ' ', 'g'));

create or replace function word_vector(t text) returns tsvector
  language sql immutable parallel safe
  return to_tsvector('pg_catalog.simple'::regconfig, regexp_replace(plain_composed(t), '[^[:alnum:] ]+', ' ', 'g'));
