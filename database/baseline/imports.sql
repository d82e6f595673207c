create sequence import_number_seq;
create table imports (
  id uuid primary key,
  company_id uuid not null references companies,
  number bigint not null unique default nextval('import_number_seq'),
  reference text not null unique generated always as ('IMP-' || lpad(number::text, greatest(6, length(number::text)), '0')) stored,
  kind text not null check (kind in ('companies', 'sites', 'contacts', 'subscriptions', 'services', 'accountcodes')),
  state text not null default 'checking' check (state in ('checking', 'checked', 'applying', 'done', 'cancelled')),
  file_name text not null,
  file_hash bytea not null,
  encoding text not null,
  delimiter text not null,
  headers text[] not null,
  total integer not null,
  examined integer not null default 0,
  valid integer not null default 0,
  faulty integer not null default 0,
  created integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  started_by text not null,
  started_by_user_id uuid references users,
  created_at timestamptz not null default app.now(),
  finished_at timestamptz
);
comment on column imports.company_id is 'The carrier''s company: whoever imports.';
create index on imports (company_id);
create index on imports (started_by_user_id);
create index on imports (created_at, id);
create index on imports (file_hash);

create table import_rows (
  import_id uuid not null references imports on delete cascade,
  line integer not null,
  cells text[] not null,
  state text not null default 'pending' check (state in ('pending', 'valid', 'faulty', 'applied')),
  outcome text check (outcome in ('created', 'updated', 'unchanged')),
  object_reference text,
  errors jsonb,
  primary key (import_id, line)
);
comment on column import_rows.state is 'pending → valid or faulty (checked), valid → applied or faulty (what changed since the check).';
create index on import_rows (import_id, state, line);
