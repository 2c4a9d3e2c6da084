-- Take each report a batch names.
copy import_stage_report (print, id, source, title, author, published_on, url, language, origin_group)
from stdin (format binary)
