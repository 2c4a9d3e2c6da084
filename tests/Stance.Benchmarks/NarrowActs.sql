-- The narrowest table and covering index that can answer the line by SQL: what the statement is given at its best.
create table narrow_act as
select country_code, axis_code, (scored_on - date '1946-01-01') as day, score, weight from act_column
