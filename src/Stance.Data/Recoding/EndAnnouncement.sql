-- Say how an announcement ended.
update codebook_announcement
set outcome = @outcome, ended_at = @at, ended_by = @by, problem = @problem
where id = @id and ended_at is null
