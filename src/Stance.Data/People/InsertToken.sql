-- Keep a token of the API.
insert into api_token (name, secret_hash, role, created_at)
values (@name, @hash, @role, @now)
returning id
