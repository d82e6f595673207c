-- Acts on many rows of a list: whose, on what, and the result row by row. How far they are stands in job_progress.
create table bulk_runs (
  id uuid primary key references job_progress on delete cascade,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  user_id uuid not null references users,
  session_id uuid not null,
  universe universe not null,
  screen text not null,
  act text not null,
  params jsonb not null,
  filter jsonb,
  input jsonb not null,
  ip text,
  created_at timestamptz not null
);
comment on column bulk_runs.session_id is 'Under which each row is judged: the act ends with it. No reference: sessions are forgotten later than runs.';
create index on bulk_runs (company_id);
create index on bulk_runs (ambassador_id);
create index on bulk_runs (operator_id);
create index on bulk_runs (user_id, universe, screen, created_at desc);

create table bulk_items (
  run_id uuid not null references bulk_runs on delete cascade,
  position int not null,
  key text not null,
  label text not null,
  seen int,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'refused')),
  problem text,
  field text,
  primary key (run_id, position)
);
create index on bulk_items (run_id, position) where state = 'waiting';
