-- Keep what a report says of an act.
insert into claim (
  country_code, id, event_id, known, rank, contradicts_preferred, credibility, statement, attributes, report_id, excerpt_id, reason)
values (
  @country, coalesce(@id, uuidv7()), @event, tstzrange(@knownFrom, null), @rank, @contradicts, @credibility, @statement,
  @attributes::jsonb, @report, @excerpt, @reason)
