-- Is there such a suggestion, and was it decided?
select exists (select from suggestion_decision d where d.suggestion_id = s.id) as is_decided
from suggestion s
where s.id = @id
