-- Let a bloc be called as corrected.
update bloc
set name = @name
where code = @code
