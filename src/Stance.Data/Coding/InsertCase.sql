-- Open a case for two coders.
insert into coding_case (opened_at, chosen_by)
values (@at, @chosenBy)
returning id
