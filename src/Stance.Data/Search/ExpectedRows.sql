-- How many rows with these words does the planner expect, without reading any?
explain (format json)
select 1 from stance_event_version where words @@ @query::tsquery
union all
select 1 from excerpt where words @@ @query::tsquery
