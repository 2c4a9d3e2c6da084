-- Which passages were coded by two people, how did each answer, and what was ruled?
select
  c.id,
  one.coder_id as first_coder,
  two.coder_id as second_coder,
  (two.decided_at at time zone 'UTC')::date as decided_on,
  array_to_string(one.country_code || one.also_codes, ' ') as actors1,
  one.recipient_code as recipient1,
  one.type_code as type1,
  one.variant as variant1,
  one.scored_on as day1,
  one.intensity as intensity1,
  one.confidence as confidence1,
  array_to_string(two.country_code || two.also_codes, ' ') as actors2,
  two.recipient_code as recipient2,
  two.type_code as type2,
  two.variant as variant2,
  two.scored_on as day2,
  two.intensity as intensity2,
  two.confidence as confidence2,
  v.actors as actors3,
  v.recipient_code as recipient3,
  v.type_code as type3,
  v.variant as variant3,
  v.scored_on as day3,
  v.intensity as intensity3,
  v.confidence as confidence3
from coding_case c
join coding_decision one on one.case_id = c.id and one.place = 1
join coding_decision two on two.case_id = c.id and two.place = 2
left join coding_outcome v on v.case_id = c.id
where one.country_code || one.also_codes <@ @countries or @countries is null
order by two.decided_at, c.id
