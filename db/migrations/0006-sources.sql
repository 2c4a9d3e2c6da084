-- Why: every act must be traceable to a passage somebody can read.
create table source (
  id uuid primary key default uuidv7(),
  name text not null unique,
  reliability char(1) not null check (reliability in ('A', 'B', 'C', 'D', 'E', 'F')),
  url text
);

create table report (
  id uuid primary key default uuidv7(),
  source_id uuid not null references source,
  title text not null,
  author text,
  published_on date not null,
  url text,
  language text not null default 'en',
  origin_group text,
  is_partial boolean not null default false,
  sha256 bytea check (octet_length(sha256) = 32),
  stored_text text
);

create index report_source on report (source_id);

create table excerpt (
  id uuid primary key default uuidv7(),
  report_id uuid not null references report,
  passage text not null check (passage <> ''),
  highlight_from int not null default 0,
  highlight_to int not null,
  pointer text not null,
  check (0 <= highlight_from and highlight_from < highlight_to and highlight_to <= char_length(passage))
);

create index excerpt_report on excerpt (report_id);
