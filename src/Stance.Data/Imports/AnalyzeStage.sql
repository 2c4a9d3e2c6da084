-- Tell the planner how much was staged.
analyze import_stage, import_stage_score, import_stage_report, import_stage_passage
