-- Keep everybody who scores acts waiting until commit.
select replace_codebook()
