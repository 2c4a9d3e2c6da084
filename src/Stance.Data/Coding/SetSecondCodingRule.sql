-- Change which acts go to a second coder; the salt of the lot stays.
update setting
set value = value || jsonb_build_object('share', @share::float8, 'kinds', to_jsonb(@kinds::text[]))
where key = 'second_coding'
