-- Which version of the codebook is in force?
select version
from codebook_version
where upper_inf(in_force)
