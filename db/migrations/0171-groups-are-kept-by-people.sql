-- Why: blocs and kinds of tie are added and named by people now, with the history of the other registers; a name stands for one of them, in capitals or not.
alter table register_change
  drop constraint register_change_register_check,
  add check (register in ('country', 'axis', 'tie', 'membership', 'bloc', 'tie_kind'));

alter table bloc drop constraint bloc_name_key;
create unique index bloc_name on bloc (lower(name));

alter table tie_kind drop constraint tie_kind_name_key;
create unique index tie_kind_name on tie_kind (lower(name));
