-- What do the tables hold now? Not knowing it, the reference from scores to versions is asked by sorting both.
analyze stance_event_version, scored_act
