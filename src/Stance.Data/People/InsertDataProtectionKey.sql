-- Keep a key that protects cookies and forms.
insert into data_protection_key (name, xml)
values (@name, @xml)
on conflict (name) do update set xml = excluded.xml
