-- Why: an act of several states is entered once, by the form and in files too; when the whole was entered and by whom is kept with it.
alter table parent_act
  add column created_at timestamptz not null default now(),
  add column created_by uuid;

-- Of which act of several states a row of a batch is a part.
alter table import_stage add column parent_id uuid;
