-- Tell every running app that somebody's rights or sessions changed.
select pg_notify('stance_people', '')
