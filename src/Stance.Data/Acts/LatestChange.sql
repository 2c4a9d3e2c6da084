-- The number of the latest committed change; 0 before the first.
select coalesce(max(change_no), 0)
from change_feed
