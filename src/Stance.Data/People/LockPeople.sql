-- Who else is changing people now waits until this transaction ends.
select people_lock()
