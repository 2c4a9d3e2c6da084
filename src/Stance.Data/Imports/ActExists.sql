-- Is there such an act?
select exists (select from stance_event where id = @id)
