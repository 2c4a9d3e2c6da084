-- Have the tables whose orders are taken down to ourselves, or not at all.
lock table excerpt, stance_event_version, scored_act, claim in access exclusive mode nowait
