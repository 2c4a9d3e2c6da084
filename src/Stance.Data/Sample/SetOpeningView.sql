-- Which view does a fresh Stance open with? One that was chosen since stays.
insert into setting (key, value)
values ('opening_view', to_jsonb(@printed::text))
on conflict (key) do nothing
