-- Keep what a curator chose to leave out, and why it could not be taken.
insert into import_left_out (batch_id, row_no, position, column_name, field, value, rule, message)
select @batch, r.row_no, row_number() over (partition by r.row_no), r.column_name, r.field, r.value, r.rule, r.message
from unnest(@rows::int[], @columns::text[], @fields::text[], @values::text[], @rules::text[], @messages::text[])
  as r (row_no, column_name, field, value, rule, message)
