-- Why: acts are coded from texts on file, and a passage is held to the very text it was pinned in.

-- How much of a text may be kept is decided when it is stored: all of it, the pinned passages, or nothing but its hash.
alter table report
  add column keeps text check (keeps in ('whole', 'passages', 'hash')),
  add column file_kind text check (file_kind in ('pasted', 'plain', 'html', 'pdf', 'docx')),
  add column file_name text check (length(file_name) <= 255),
  -- Of the readable words; sha256 is that of the bytes as they came.
  add column text_sha256 bytea check (octet_length(text_sha256) = 32),
  add column text_version int not null default 1 check (text_version >= 1),
  add column stored_by uuid references app_user,
  add column stored_at timestamptz,
  add check (num_nulls(keeps, file_kind, text_sha256, stored_at) in (0, 4)),
  add check ((stored_text is not null) = (keeps is not distinct from 'whole'));

-- The same text of the same source is on file once.
create unique index report_same_file on report (source_id, sha256);
create unique index report_same_text on report (source_id, text_sha256);
create index report_text_sha256 on report (text_sha256) where text_sha256 is not null;
create index report_sha256 on report (sha256) where sha256 is not null;

-- What a report's text was before it was replaced.
create table former_text (
  report_id uuid not null references report,
  version int not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  text_sha256 bytea not null check (octet_length(text_sha256) = 32),
  stored_text text,
  keeps text not null check (keeps in ('whole', 'passages', 'hash')),
  file_kind text not null,
  file_name text,
  stored_by uuid references app_user,
  stored_at timestamptz not null,
  replaced_by uuid references app_user,
  replaced_at timestamptz not null,
  reason text not null check (reason <> ''),
  primary key (report_id, version)
);

-- Where a passage stands in the text, counted in Unicode characters from 0, its end not included, and the hash of that text.
-- A pin whose hash is not the report's any more is broken; it is never moved.
alter table excerpt
  add column text_from int,
  add column text_to int,
  add column text_sha256 bytea check (octet_length(text_sha256) = 32),
  add check (num_nulls(text_from, text_to, text_sha256) in (0, 3)),
  add check (0 <= text_from and text_from < text_to);
