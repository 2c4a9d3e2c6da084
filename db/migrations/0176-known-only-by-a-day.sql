-- Why: of some acts nothing is known but that they had happened by a day; they count on that day, or on an earlier one that is chosen.
alter table stance_event_version
  drop constraint stance_event_version_precision_check,
  add check (precision in ('day', 'week', 'month', 'interval', 'start', 'before')),
  drop constraint stance_event_version_check,
  add check (scored_on <= happened_to and (happened_from <= scored_on or precision = 'before')),
  drop constraint stance_event_version_check1,
  add check (precision not in ('day', 'before') or happened_from = happened_to);
