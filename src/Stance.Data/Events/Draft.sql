-- What did a person leave unsaved here?
select
  body,
  saved_at
from draft
where user_id = @user and subject = @subject
