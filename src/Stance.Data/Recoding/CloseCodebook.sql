-- End the codebook in force.
update codebook_version
set in_force = tstzrange(lower(in_force), @at)
where version = @from
