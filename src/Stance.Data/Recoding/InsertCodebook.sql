-- Put a new version of the codebook in force.
insert into codebook_version (version, in_force, sigma, prior_strength, note, published_by)
values (@version, tstzrange(@at, null), @sigma, @priorStrength, @note, @by)
