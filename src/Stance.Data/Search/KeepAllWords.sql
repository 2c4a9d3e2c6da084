-- Which words of all acts were never kept? They are kept: what a load in bulk ends with.
insert into written_word
select s.word
from ts_stat('select words from stance_event_version union all select words from excerpt union all select words from roll_call') s
where s.word ~ '[[:alpha:]]' and length(s.word) between 4 and 40
on conflict do nothing
