-- Why: names and titles are found without accents and with typing errors, and intervals need keys that do not overlap.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- unaccent() is only stable because its dictionary could be swapped; naming the dictionary lets an index use it.
create function plain_text(t text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, t));

-- The one decision of what was known when: every read of dated knowledge goes through this function.
create function is_known_at(known tstzrange, k timestamptz) returns boolean
  language sql immutable parallel safe
  return known @> k;
