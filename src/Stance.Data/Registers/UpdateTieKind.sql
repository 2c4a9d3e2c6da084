-- Let a kind of tie be called as corrected.
update tie_kind
set name = @name
where code = @code
