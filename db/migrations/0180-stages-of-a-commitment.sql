-- Why: a later stage of a commitment counts in place of the earlier ones; which one does is kept with them, so that the stage before counts again when it is taken back.
alter table stance_event_version
  -- The later stage that counts in its place. Without one, an act that is not scored completes or withdraws what stands before it.
  add column superseded_by uuid,
  add constraint stance_event_version_superseded check (superseded_by is null or (chain_id is not null and not is_scored));
