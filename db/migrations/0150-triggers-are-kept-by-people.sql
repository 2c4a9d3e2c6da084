-- Why: what charts mark is kept by people now; who opened a version, who took one back and why stays with it.
alter table trigger_event
  add column opened_by uuid references app_user,
  add column reason text,
  add column taken_back_by uuid references app_user,
  -- Set where a version ended without a successor.
  add column taken_back_reason text;
