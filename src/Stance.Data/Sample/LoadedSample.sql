-- Which edition of the sample does this database have? Null = none.
select value ->> 'sha256'
from setting
where key = 'sample_content'
