-- Why: how far coding can be trusted shows only when two people code the same passage without seeing each other's answer.

-- One passage on its way to publication by two coders. Nothing of it is an act, and no reader of acts knows it, until it is published.
create table coding_case (
  id uuid primary key default uuidv7(),
  opened_at timestamptz not null,
  chosen_by text not null check (chosen_by in ('drawn', 'kind', 'asked')),
  -- The act it became; both empty until then.
  country_code text,
  event_id uuid,
  -- Since when nothing more is to be done: published, or ruled to be no act.
  closed_at timestamptz,
  foreign key (country_code, event_id) references stance_event,
  check (num_nonnulls(country_code, event_id) in (0, 2))
);

create index coding_case_open on coding_case (opened_at) where closed_at is null;
create index coding_case_event on coding_case (event_id) where event_id is not null;

-- One coder's answer, never changed. Without a draft it says that the passage holds no act.
create table coding_decision (
  case_id uuid not null references coding_case,
  place smallint not null check (place in (1, 2)),
  coder_id uuid not null references app_user,
  decided_at timestamptz not null,
  codebook_version text not null references codebook_version,
  draft jsonb check (jsonb_typeof(draft) = 'object'),
  note text,
  -- The fields coders are compared by, as the rules read them off the draft.
  country_code text references country,
  recipient_code text references country,
  type_code text,
  variant text,
  scored_on date,
  intensity float8,
  confidence float8,
  primary key (case_id, place),
  unique (case_id, coder_id),
  foreign key (codebook_version, type_code, variant) references event_type_variant,
  check (place = 2 or draft is not null),
  check (num_nonnulls(draft, country_code, type_code, variant, scored_on, intensity, confidence) in (0, 7))
);

create index coding_decision_coder on coding_decision (coder_id, decided_at);

-- What stands where two coders differed, and why: a precedent for the next case. Never changed.
create table adjudication (
  case_id uuid primary key references coding_case,
  ruled_by uuid not null references app_user,
  ruled_at timestamptz not null,
  codebook_version text not null references codebook_version,
  -- Without a draft: the passage holds no act.
  draft jsonb check (jsonb_typeof(draft) = 'object'),
  -- Both answers can be defended, so the act scores their mean with less weight; else one of them was a mistake.
  both_stand boolean not null,
  reason text not null check (reason <> ''),
  type_code text,
  words tsvector generated always as (word_vector(reason || ' ' || coalesce(draft ->> 'title', ''))) stored,
  check ((draft is null) = (type_code is null))
);

create index adjudication_words on adjudication using gin (words);

-- What the answers of two coders come to on an axis, where both stand: the version scores their mean there, with less weight.
create table coded_score (
  country_code text not null,
  event_id uuid not null,
  version int not null,
  axis_code text not null references axis,
  first float8 not null check (first between -10 and 10),
  second float8 not null check (second between -10 and 10),
  primary key (country_code, event_id, version, axis_code),
  foreign key (country_code, event_id, version) references stance_event_version (country_code, event_id, version)
);

insert into setting (key, value)
values ('second_coding', jsonb_build_object('share', 0.2, 'kinds', '[]'::jsonb, 'salt', gen_random_uuid()::text));
