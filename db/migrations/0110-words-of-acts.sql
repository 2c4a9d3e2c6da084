-- Why: acts are found by their words, without accents and in any order, and a word typed wrongly by one that was written.

-- Letters and digits alone, so that what is typed and what is stored fall into the same words whatever stands between them.
create function plain_words(t text) returns text
  language sql immutable strict parallel safe
  return btrim(regexp_replace(plain_text(normalize(t, nfc)), '[^[:alnum:]]+', ' ', 'g'));

create function word_vector(t text) returns tsvector
  language sql immutable strict parallel safe
  return to_tsvector('pg_catalog.simple'::regconfig, plain_words(t));

-- The words of a term one after the other; the last may go on, unless it is a number or the term is a phrase.
create function word_query(term text, is_phrase boolean) returns tsquery
  language sql immutable strict parallel safe
  return (
    select case
      when numnode(q.words) = 0 or is_phrase or plain_words(term) ~ '[0-9]$' then q.words
      else (q.words::text || ':*')::tsquery end
    from (select phraseto_tsquery('pg_catalog.simple'::regconfig, plain_words(term)) as words) q);

alter table stance_event_version
  add column words tsvector not null generated always as (word_vector(title || ' ' || coalesce(note, ''))) stored;
alter table excerpt
  add column words tsvector not null generated always as (word_vector(passage)) stored;
alter table roll_call
  add column words tsvector not null generated always as (word_vector(title || ' ' || symbol)) stored;
alter table event_type_variant
  add column words tsvector not null generated always as (word_vector(label)) stored;

-- Titles were looked through by threes of letters.
drop index stance_event_version_title;
create index stance_event_version_words on stance_event_version using gin (words);
create index excerpt_words on excerpt using gin (words);
create index roll_call_words on roll_call using gin (words);

-- From a passage to its acts, from a kind to its acts, from an act's id to its versions.
create index claim_excerpt on claim (excerpt_id) where excerpt_id is not null;
create index stance_event_version_type on stance_event_version (type_code);
create index stance_event_version_event on stance_event_version (event_id);

-- Every word ever written of an act, for finding the one that was meant. Only added to.
create table written_word (
  word text primary key
);

create index written_word_similar on written_word using gin (word gin_trgm_ops);

insert into written_word
select word
from ts_stat('select words from stance_event_version union all select words from excerpt union all select words from roll_call')
where word ~ '[[:alpha:]]' and length(word) between 4 and 40;

-- A scored roll call with each choice there was: what is the same for all who chose so.
create view roll_call_side as
select
  r.id as roll_call_id,
  s.known,
  case t.variant when 'yes' then 'Y' when 'no' then 'N' when 'abstain' then 'A' else 'X' end::char(1) as choice,
  r.held_on,
  concat(
    t.label,
    case when t.variant = 'absent' then ' from the vote on “' else ' on “' end,
    r.title, '” (', split_part(r.symbol, '/RES/', -1), ')') as title,
  s.favoured_code,
  s.codebook_version,
  t.type_code,
  t.variant,
  t.base,
  jsonb_build_object('body', r.body, 'symbol', r.symbol, 'choice', initcap(t.variant)) as attributes,
  t.default_confidence,
  t.evidence_weight,
  t.mode,
  r.words,
  t.words as label_words
from scored_roll_call s
join roll_call r on r.id = s.roll_call_id
join event_type_variant t
  on t.codebook_version = s.codebook_version
  and t.type_code = 'DIP-UNV';

create or replace view act_version as
select
  e.country_code,
  e.event_id::text as act_id,
  e.event_id,
  null::uuid as roll_call_id,
  e.version,
  e.known,
  e.title,
  e.recipient_code,
  e.codebook_version,
  e.type_code,
  e.variant,
  e.happened_from,
  e.happened_to,
  e.precision,
  e.scored_on,
  e.intensity,
  e.attributes,
  e.confidence,
  e.evidence_weight,
  e.mode,
  e.note,
  e.parent_id,
  e.chain_id,
  e.stage,
  e.is_scored
from stance_event_version e
where e.state = 'published'
union all
select
  v.country_code,
  v.roll_call_id || '.' || v.country_code,
  null,
  v.roll_call_id,
  1,
  v.known * s.known,
  s.title,
  s.favoured_code,
  s.codebook_version,
  s.type_code,
  s.variant,
  s.held_on,
  s.held_on,
  'day',
  s.held_on,
  s.base,
  s.attributes,
  s.default_confidence,
  s.evidence_weight,
  s.mode,
  null,
  null,
  null,
  null,
  true
from vote v
join roll_call_side s on s.roll_call_id = v.roll_call_id and s.choice = v.choice and s.known && v.known;
