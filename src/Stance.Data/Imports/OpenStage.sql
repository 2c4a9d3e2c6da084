-- Make room for one batch, for this transaction only.
select open_import_stage()
