-- Let an axis be called as corrected.
update axis
set
  name = @name,
  negative_pole = @negativePole,
  positive_pole = @positivePole,
  description = @description
where code = @code
