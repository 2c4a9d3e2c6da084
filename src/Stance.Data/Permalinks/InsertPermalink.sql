-- Keep what an address gave when it was first handed out; later the first word stands.
insert into permalink (key, view, fingerprint, handed_out_at)
values (@key, @view, @fingerprint, @now)
on conflict (key) do nothing
