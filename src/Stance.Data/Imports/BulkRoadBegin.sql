-- References are asked for at the end, and orders are built, and all rows compared, in more memory than a session has.
set local session_replication_role = replica;
set local maintenance_work_mem = '256MB';
set local work_mem = '64MB'
