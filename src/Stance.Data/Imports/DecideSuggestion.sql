-- Keep what a curator made of a suggestion.
insert into suggestion_decision (suggestion_id, decision, reason, event_id, at, actor, by_user)
values (@id, @decision, @reason, @event, @at, @actor, @by)
on conflict (suggestion_id) do nothing
