-- Take the weights of ties over into a new version of the codebook, with those that change and those that are new.
insert into prior_weight (codebook_version, axis_code, tie_kind, weight, once_with)
select @version, axis_code, tie_kind, coalesce(c.weight, w.weight), w.once_with
from (
  select axis_code, tie_kind, weight, once_with
  from prior_weight
  where codebook_version = @from
) w
full join unnest(@axes::text[], @kinds::text[], @weights::float8[]) as c (axis_code, tie_kind, weight) using (axis_code, tie_kind)
