-- Forget what a person has typed here: it is saved, or not wanted.
delete from draft
where user_id = @user and subject = @subject
