-- Open what the mark says from now on.
insert into trigger_event (id, title, starts_on, ends_on, note, known, opened_by, reason)
values (@id, @title, @from, @to, @note, tstzrange(@at, null), @by, @reason)
