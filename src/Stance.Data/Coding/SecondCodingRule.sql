-- Which acts go to a second coder, and is there anybody who could be one?
select
  (s.value ->> 'share')::float8 as share,
  array_to_string(array(select jsonb_array_elements_text(s.value -> 'kinds')), ' ') as kinds,
  s.value ->> 'salt' as salt,
  exists (
    select
    from app_user u
    where u.id is distinct from @coder and not u.is_disabled and u.role in ('curator', 'administrator')) as has_second_coder
from setting s
where s.key = 'second_coding'
