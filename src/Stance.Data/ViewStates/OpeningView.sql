-- Which view opens at an address without filters?
select value #>> '{}' as printed
from setting
where key = 'opening_view'
