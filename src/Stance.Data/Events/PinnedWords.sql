-- Which words stand at this place of the stored texts with this hash?
select substr(stored_text, @from + 1, @to - @from)
from report
where text_sha256 = decode(@sha256, 'hex') and stored_text is not null
