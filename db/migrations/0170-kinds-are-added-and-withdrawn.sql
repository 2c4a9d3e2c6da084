-- Why: a new version of the codebook can add kinds of act and families, and stop coding new acts as a kind that acts on file keep.
alter table event_type
  add column is_withdrawn boolean not null default false,
  drop constraint event_type_family_check,
  add check (family <> '');
