-- Take each passage a batch quotes.
copy import_stage_passage (print, report_print, id, passage, highlight_from, highlight_to, pointer, translation)
from stdin (format binary)
