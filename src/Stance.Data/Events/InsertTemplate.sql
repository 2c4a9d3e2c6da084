-- Keep a template; nothing comes back where its owner has one of this name.
insert into act_template (owner_id, name, draft, is_shared, made_at)
values (@owner, @name, @draft::jsonb, @isShared, @at)
on conflict (owner_id, lower(name)) where removed_at is null do nothing
returning id
