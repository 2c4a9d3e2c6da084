-- Why: an act of several states is entered once, by the form and in files too; when the whole was entered, by whom, and under which key of whose file is kept with it.
alter table parent_act
  add column created_at timestamptz not null default now(),
  add column created_by uuid,
  add column sender text,
  add column key text,
  add check ((sender is null) = (key is null));

create index parent_act_key on parent_act (sender, key) where key is not null;

-- Of which act of several states a row of a batch is a part.
alter table import_stage add column parent_id uuid;
