-- Which words did this roll call bring that were never written before? They are kept.
insert into written_word
select distinct w.word
from roll_call r
cross join lateral unnest(tsvector_to_array(r.words)) as w (word)
where r.id = @id
  and w.word ~ '[[:alpha:]]'
  and length(w.word) between 4 and 40
on conflict do nothing
