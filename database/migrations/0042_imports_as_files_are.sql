-- Files as spreadsheets write them: columns that a person maps, cells that are mended on screen, letters read again in another encoding.
alter table imports drop constraint imports_state_check;
alter table imports add constraint imports_state_check
  check (state in ('mapping', 'checking', 'checked', 'applying', 'done', 'cancelled', 'failed'));
alter table imports add column staged_encoding text;
update imports set staged_encoding = encoding;
alter table imports alter column staged_encoding set not null;
alter table imports add column fields text[], add column readings jsonb not null default '[]', add column sample text[] not null default '{}';
comment on column imports.staged_encoding is 'How the cells were read when they were kept; another encoding reads them again from the same bytes.';
comment on column imports.fields is 'What each column of the file feeds, as a person said: a field, or an empty text for none. Null: as the titles say.';
comment on column imports.readings is 'Cells understood otherwise than they are written, by column and kind: [{column, code, count, from, to}].';
comment on column imports.sample is 'Values with accents, as they were kept: by these one sees whether the file was read right.';
create index on imports (kind, created_at) where fields is not null;

alter table import_rows add column mended jsonb, add column key text;
comment on column import_rows.mended is 'Cells corrected on screen, by field.';
comment on column import_rows.key is 'Of a valid line: what it is about. A later line with the same key is refused.';
create index on import_rows (import_id, key) where key is not null;
