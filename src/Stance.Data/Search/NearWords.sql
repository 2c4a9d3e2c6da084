-- Which written words look most like this one?
select w.word
from written_word w
where w.word % @word
order by similarity(w.word, @word) desc, w.word
limit 40
