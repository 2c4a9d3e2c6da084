-- Why: countries and axes are kept by people now; what each field said before, who changed it, when and why stays on file.
create table register_change (
  change_no bigint generated always as identity primary key,
  register text not null check (register in ('country', 'axis', 'tie', 'membership')),
  -- Which entry of the register: a country's or an axis's code; country, group and first day of a tie or membership.
  about text not null check (about <> ''),
  field text not null check (field <> ''),
  -- As a reader sees them: days in words; null = nothing stood there.
  before text,
  after text,
  at timestamptz not null,
  changed_by uuid references app_user,
  reason text not null check (reason <> ''),
  check (before is distinct from after)
);

create index register_change_about on register_change (register, about, change_no);

-- In what way others dispute that it is a state, in words; it tags the country and moves nothing.
alter table country add column dispute text check (dispute <> '');
