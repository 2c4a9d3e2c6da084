-- How do terms look to the indexes of words?
select word_query(t.term, t.is_phrase)::text
from unnest(@terms::text[], @phrases::bool[]) with ordinality t(term, is_phrase, place)
order by t.place
