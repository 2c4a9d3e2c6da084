-- Put a source on file; nothing comes back where somebody just did.
insert into source (name, reliability, url)
values (@name, @reliability, @url)
on conflict (name) do nothing
returning id
