-- Keep what machines coded, once each; under another id it gains that id.
insert into suggestion (
  format, identity, row_ids, file_name, row_no, actor_code, recipient_code, happened_on, url, publisher, scheme, code, goldstein, proposals, words,
  received_at)
select
  r.format, r.identity, array_agg(distinct r.row_id), @file, min(r.row_no), min(r.actor), min(r.recipient), min(r.day), min(r.url), min(r.publisher), min(r.scheme),
  min(r.code), min(r.goldstein), min(r.proposals)::jsonb, min(r.words), @at
from unnest(
  @formats::text[], @identities::text[], @rowIds::text[], @rows::int[], @actors::text[], @recipients::text[], @days::date[], @urls::text[],
  @publishers::text[], @schemes::text[], @codes::text[], @goldsteins::float8[], @proposals::text[], @words::text[])
  as r (format, identity, row_id, row_no, actor, recipient, day, url, publisher, scheme, code, goldstein, proposals, words)
group by r.format, r.identity
on conflict (format, identity) do update set
  row_ids = array(select distinct unnest(suggestion.row_ids || excluded.row_ids) order by 1)
where not excluded.row_ids <@ suggestion.row_ids
returning xmax = 0 as is_new
