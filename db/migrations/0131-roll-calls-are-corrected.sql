-- Why: what a record says of a roll call is corrected like everything else: what was known before stays, with who changed it and why.

-- The newest words and tally stand in roll_call itself, which everything reads; each correction puts what stood there here first.
alter table roll_call
  add column version int not null default 1 check (version > 0),
  add column known_from timestamptz not null default '-infinity',
  add column recorded_at timestamptz,
  add column changed_by uuid references app_user,
  add column reason text;

create table roll_call_earlier (
  roll_call_id uuid not null references roll_call,
  version int not null,
  known tstzrange not null check (not isempty(known) and not upper_inf(known)),
  title text not null,
  meeting text,
  session text,
  url text,
  yes int not null,
  no int not null,
  abstain int not null,
  absent int not null,
  recorded_at timestamptz,
  changed_by uuid references app_user,
  reason text,
  primary key (roll_call_id, version)
);

-- Every state of a roll call, the newest among them.
create view roll_call_known as
select
  id as roll_call_id, version, tstzrange(known_from, null) as known, title, meeting, session, url, yes, no, abstain, absent, recorded_at, changed_by, reason
from roll_call
union all
select
  roll_call_id, version, known, title, meeting, session, url, yes, no, abstain, absent, recorded_at, changed_by, reason
from roll_call_earlier;

-- The side a text favours on an axis is proposed first, with what would move, and counts once it is published. A proposal is kept whatever became of it.
create table roll_call_proposal (
  id uuid primary key default uuidv7(),
  roll_call_id uuid not null references roll_call,
  axis_code text not null references axis,
  -- Null = the roll call shall no longer be scored on this axis.
  favoured_code text references country,
  reason text not null,
  proposed_at timestamptz not null,
  proposed_by uuid references app_user,
  state text not null default 'open' check (state in ('open', 'published', 'declined', 'replaced')),
  decided_at timestamptz,
  decided_by uuid references app_user,
  decision text,
  check ((state = 'open') = (decided_at is null))
);

create unique index roll_call_proposal_open on roll_call_proposal (roll_call_id, axis_code) where state = 'open';
create index roll_call_proposal_of on roll_call_proposal (roll_call_id, proposed_at);

-- The proposal that brought a scoring; the sample's have none.
alter table roll_call_scoring add column proposal_id uuid references roll_call_proposal;

create index roll_call_proposal_waiting on roll_call_proposal (proposed_at) where state = 'open';

-- As before, but with the title as it was known.
create or replace view roll_call_side as
select
  r.id as roll_call_id,
  s.known * k.known as known,
  case t.variant when 'yes' then 'Y' when 'no' then 'N' when 'abstain' then 'A' else 'X' end::char(1) as choice,
  r.held_on,
  concat(
    t.label,
    case when t.variant = 'absent' then ' from the vote on “' else ' on “' end,
    k.title, '” (', split_part(r.symbol, '/RES/', -1), ')') as title,
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
join roll_call_known k on k.roll_call_id = s.roll_call_id and k.known && s.known
join event_type_variant t
  on t.codebook_version = s.codebook_version
  and t.type_code = 'DIP-UNV';
