-- Of which act of several countries is this a part?
select title
from parent_act
where id = @parentId
