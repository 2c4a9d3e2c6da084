-- Which sender's file was this import?
select sender
from import_batch
where id = @batch
for update
