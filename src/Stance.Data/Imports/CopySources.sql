-- Take each source a batch names.
copy import_stage_source (name, reliability, url)
from stdin (format binary)
