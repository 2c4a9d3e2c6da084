-- Put the acts of several states on file that rows of a batch are parts of.
insert into parent_act (id, title, sender, key, created_at, created_by)
select r.id, r.title, @sender, r.key, @at, @by
from unnest(@ids::uuid[], @titles::text[], @keys::text[]) as r (id, title, key)
where exists (select from import_stage s where s.parent_id = r.id)
