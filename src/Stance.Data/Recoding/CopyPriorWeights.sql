-- Take the weights of ties over into a new version of the codebook, with those that change.
insert into prior_weight (codebook_version, axis_code, tie_kind, weight, once_with)
select @version, w.axis_code, w.tie_kind, coalesce(c.weight, w.weight), w.once_with
from prior_weight w
left join unnest(@axes::text[], @kinds::text[], @weights::float8[]) as c (axis_code, tie_kind, weight)
  on c.axis_code = w.axis_code and c.tie_kind = w.tie_kind
where w.codebook_version = @from
