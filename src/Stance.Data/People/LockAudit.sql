-- Wait for the end of the chain; a statement of its own, so that the next one sees the last line committed.
select change_lock()
