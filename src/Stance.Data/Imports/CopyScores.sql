-- Take what the rows of a batch come to on each axis.
copy import_stage_score (country_code, event_id, version, axis_code, base_score, pole_weight, expectation, score, weight)
from stdin (format binary)
