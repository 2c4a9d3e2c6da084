-- Why: an act of several states is drawn for a second coder as any other: a case becomes an act of each state, and coders are compared by all the states they name.

-- An act that a case became: one, or one of each state that did it together.
create table coding_case_act (
  case_id uuid not null references coding_case,
  country_code text not null,
  event_id uuid not null unique,
  primary key (case_id, country_code),
  foreign key (country_code, event_id) references stance_event
);

insert into coding_case_act (case_id, country_code, event_id)
select id, country_code, event_id
from coding_case
where event_id is not null;

alter table coding_case
  drop column country_code,
  drop column event_id;

-- Which states did it together with country_code, which is the first of them all by code.
alter table coding_decision
  add column also_codes text[] not null default '{}',
  add check (draft is not null or also_codes = '{}');

-- What a case came to when it was published: its acts began alike but for who acts.
create view coding_outcome as
select
  a.case_id,
  (array_agg(a.event_id order by a.country_code))[1] as event_id,
  case when count(*) > 1 then (array_agg(v.parent_id))[1] end as parent_id,
  string_agg(a.country_code, ' ' order by a.country_code) as actors,
  min(v.recipient_code) as recipient_code,
  min(v.type_code) as type_code,
  min(v.variant) as variant,
  min(v.scored_on) as scored_on,
  min(v.intensity) as intensity,
  min(v.confidence) as confidence
from coding_case_act a
join stance_event_version v on v.country_code = a.country_code and v.event_id = a.event_id and v.version = 1
group by a.case_id;
