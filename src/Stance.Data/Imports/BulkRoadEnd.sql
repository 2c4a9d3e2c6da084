-- From here on each row is asked for its references again.
set local session_replication_role = origin
