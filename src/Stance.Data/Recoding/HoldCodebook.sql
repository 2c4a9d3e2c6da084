-- Keep the codebook in force as it is until commit.
select hold_codebook()
