-- End every session of a person.
delete from user_session
where user_id = @userId
