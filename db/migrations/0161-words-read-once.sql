-- Why: text is nearly always composed already, and asking whether it is costs a tenth of composing it again for each title and passage.
-- Neither is strict any more, or it could not be merged into the statement that uses it; nothing still gives nothing.
create or replace function plain_words(t text) returns text
  language sql immutable parallel safe
  return btrim(regexp_replace(
    plain_text(case when t is nfc normalized then t else normalize(t, nfc) end), '[^[:alnum:]]+', ' ', 'g'));

create or replace function word_vector(t text) returns tsvector
  language sql immutable parallel safe
  return to_tsvector('pg_catalog.simple'::regconfig, plain_words(t));
