-- Why: a reader must understand a passage in a language of its own, and the words that prove the act must stay as they were written.

-- The passage is in the language of its report; the translation says the same in English.
alter table excerpt
  add column translation text check (translation <> '');

-- Both are looked through, so that the words of either find the act.
alter table excerpt
  alter column words set expression as (word_vector(passage || coalesce(' ' || translation, '')));

alter table import_stage_passage
  add column translation text;
