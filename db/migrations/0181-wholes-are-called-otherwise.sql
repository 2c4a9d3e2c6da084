-- Why: what an act of several states is called can be corrected as everything else is; what it was called before stays, with who ended that and why.
create table parent_act_version (
  parent_id uuid not null references parent_act,
  version int not null check (version > 0),
  title text not null,
  -- The first has no beginning: it holds from when the whole was entered.
  known tstzrange not null check (not isempty(known) and not upper_inf(known)),
  changed_by uuid references app_user,
  reason text not null check (reason <> ''),
  primary key (parent_id, version),
  constraint parent_act_version_without_overlaps unique (parent_id, known without overlaps)
);
