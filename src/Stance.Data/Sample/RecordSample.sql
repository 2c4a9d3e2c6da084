-- Remember the edition of the sample.
insert into setting (key, value)
values ('sample_content', jsonb_build_object('sha256', @sha256::text))
on conflict (key) do update
set value = excluded.value
