-- Whose acts did an import touch?
select distinct country_code
from import_row
where batch_id = @batch
order by country_code
