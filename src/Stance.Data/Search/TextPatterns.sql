-- What must a field of free text look like to hold these words, alone or from the start of a word?
select case when t.is_whole then ' ' || plain_words(t.value) || ' ' else '% ' || plain_words(t.value) || '%' end
from unnest(@values::text[], @wholes::bool[]) with ordinality t(value, is_whole, place)
order by t.place
