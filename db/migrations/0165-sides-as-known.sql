-- Why: who stands on a side is corrected by people now, and what was scored before must stay scored as it was.
alter table axis_member
  drop constraint axis_member_pkey,
  add column id uuid primary key default uuidv7(),
  -- The first members have no beginning: they are known for as long as anything is.
  add column known tstzrange check (not isempty(known));

update axis_member set known = tstzrange(null, null);

alter table axis_member
  alter column known set not null,
  add exclude using gist (axis_code with =, country_code with =, valid with &&, known with &&);
