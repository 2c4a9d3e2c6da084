-- Put the other reports of a batch on file.
insert into report (id, source_id, title, author, published_on, url, language, origin_group)
select s.id, o.id, s.title, s.author, s.published_on, s.url, s.language, s.origin_group
from import_stage_report s
join import_stage_source o on o.name = s.source
where not exists (select from report r where r.id = s.id)
