-- Why: views handed out last are offered where people look for a view.
create index permalink_handed_out on permalink (handed_out_at desc);
