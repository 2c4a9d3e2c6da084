-- Which words did a batch bring that were never written before? They are kept.
insert into written_word
select w.word
from ts_stat('select word_vector(title || '' '' || coalesce(note, '''')) from import_stage union all select word_vector(passage) from import_stage_passage') w
where w.word ~ '[[:alpha:]]' and length(w.word) between 4 and 40
on conflict do nothing
