-- The covering index of the narrow table.
create index narrow_act_line on narrow_act (axis_code, country_code, day) include (score, weight)
