-- End a case with the act it became, or with none.
update coding_case
set closed_at = @at, country_code = @country, event_id = @event
where id = @id
