-- End one session.
delete from user_session
where id = @id
