-- What a person opened last and what they marked, in each universe: rows that say nothing by themselves. Whoever reads them reads the objects again,
-- under the right that shows them.
create table kept_objects (
  user_id uuid not null references users on delete cascade,
  company_id uuid not null references companies,
  universe universe not null,
  kind text not null check (kind in ('company', 'site', 'contact', 'user', 'contract', 'order', 'offer')),
  reference text not null check (length(reference) between 1 and 80),
  seen_at timestamptz,
  favoured_at timestamptz,
  primary key (user_id, universe, kind, reference),
  check (seen_at is not null or favoured_at is not null)
);
comment on table kept_objects is 'Objects that a person opened lately or keeps among their favourites: found first by the search, on every device.';
create index on kept_objects (company_id);
-- They are found again by their reference.
create index on search_entries (reference);
