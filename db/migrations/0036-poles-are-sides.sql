-- A pole is a side that sentences can name: "toward Moscow alone", "the side of several partners".
update axis
set negative_pole = 'Moscow alone', positive_pole = 'several partners'
where code = 'TIE';
