-- Why: acts of a source appear from the day it is read; a line that moves then moves because coverage grew, and must be able to say so.
alter table source
  -- First day whose reports are read and coded; null = from the beginning of the collection.
  add column read_since date,
  -- Day to which it was coded back; null = it was not.
  add column coded_back_to date,
  add constraint source_coded_back_before_read check (coded_back_to is null or (coded_back_to < read_since) is true);

alter table source_version
  add column read_since date,
  add column coded_back_to date;
