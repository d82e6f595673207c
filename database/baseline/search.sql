-- Header search: a word table kept by triggers, read by a function that carries the tenant predicate itself (row security would forbid the index).

create table search_entries (
  id uuid primary key,
  kind text not null check (kind in ('company', 'site', 'contact', 'user')),
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_id uuid references sites,
  reference text not null,
  company_reference text not null,
  label text not null,
  sublabel text,
  words text[] not null,
  label_fold text collate "C" not null default ''
);
comment on column search_entries.label_fold is
  'The carrier looks among everybody: a name typed from its beginning is found by its label, without intersecting frequent words.';
create index on search_entries (company_id);
create index on search_entries (ambassador_id);
create index on search_entries (operator_id);
create index on search_entries (site_id);
create index on search_entries (label_fold);

create table search_words (
  word text collate "C" not null,
  entry_id uuid not null references search_entries on delete cascade,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  primary key (entry_id, word)
);
comment on table search_words is
  'One row per word: a prefix is a range of an index led by the tenant, so the first matches come without reading the others.';
create index search_words_lead on search_words (word, entry_id);
create index search_words_company on search_words (company_id, word);
create index search_words_ambassador on search_words (ambassador_id, word) where ambassador_id is not null;
create index search_words_operator on search_words (operator_id, word) where operator_id is not null;
