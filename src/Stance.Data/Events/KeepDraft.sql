-- Keep what a person has typed and not yet saved.
insert into draft (user_id, subject, body, saved_at)
values (@user, @subject, @body, @at)
on conflict (user_id, subject) do update set
  body = excluded.body,
  saved_at = excluded.saved_at
