-- Why: one change in many acts is listed, and taken back in one step like a file of acts.
create table bulk_edit (
  id uuid primary key,
  at timestamptz not null,
  field text not null check (field <> ''),
  value text,
  reason text not null check (reason <> ''),
  actor text not null check (actor <> ''),
  by_user uuid references app_user
);

-- Which version of which act it made. No foreign key to the act: as with rows of files, these are written once, with it, and never changed.
create table bulk_edit_act (
  bulk_id uuid not null references bulk_edit,
  country_code text not null,
  event_id uuid not null,
  version int not null,
  primary key (bulk_id, event_id)
);

create index bulk_edit_act_event on bulk_edit_act (event_id);

create table bulk_undo (
  bulk_id uuid primary key references bulk_edit,
  at timestamptz not null,
  reason text not null check (reason <> ''),
  actor text not null check (actor <> ''),
  by_user uuid references app_user
);

-- What was changed so far stands in the audit, act by act.
insert into bulk_edit (id, at, field, value, reason, actor, by_user)
select
  substr(a.subject, 6)::uuid,
  a.at,
  a.details ->> 'field',
  a.details ->> 'value',
  a.details ->> 'reason',
  coalesce(u.name, a.actor),
  u.id
from audit_entry a
left join app_user u on a.actor = 'person:' || u.id
where a.action = 'act.bulk-edit' and a.subject like 'bulk:%';

insert into bulk_edit_act (bulk_id, country_code, event_id, version)
select
  b.id,
  a.details ->> 'country',
  substr(a.subject, 5)::uuid,
  (a.details ->> 'version')::int
from audit_entry a
join bulk_edit b on b.id::text = a.details ->> 'bulk'
where a.action = 'act.bulk-edit' and a.subject like 'act:%';
