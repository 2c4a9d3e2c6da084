-- Is there such a multilateral act?
select exists (select from parent_act where id = @id)
