create table sale_terms_versions (
  version text primary key,
  published_at timestamptz not null,
  body_fr text not null,
  body_en text not null
);

create table baskets (
  id uuid primary key,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  user_id uuid not null references users,
  universe universe not null,
  state text not null default 'open' check (state in ('open', 'ordered', 'requested')),
  updated_at timestamptz not null default app.now(),
  version integer not null default 1
);
create unique index on baskets (user_id, universe, company_id) where state = 'open';
create index on baskets (company_id);
create index on baskets (ambassador_id);
create index on baskets (operator_id);
create unique index baskets_in_company on baskets (id, company_id);

create table basket_lines (
  id uuid primary key,
  basket_id uuid not null,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  position integer not null,
  offer_version_id uuid not null references offer_versions,
  subscription_id uuid,
  site_ids uuid[] not null default '{}',
  values jsonb not null default '{}',
  commitment_months integer not null default 0,
  wished_on date,
  onsite_contact_id uuid,
  seen jsonb,
  version integer not null default 1,
  constraint basket_lines_basket_id_fkey foreign key (basket_id, company_id) references baskets (id, company_id) on delete cascade,
  constraint basket_lines_onsite_contact_id_fkey foreign key (onsite_contact_id, company_id) references contacts (id, company_id)
);
comment on column basket_lines.subscription_id is 'The contract that an addition changes.';
comment on column basket_lines.seen is 'Prices as they were last shown: a change is told, never charged silently.';
create index on basket_lines (basket_id, position);
create index on basket_lines (company_id);
create index on basket_lines (ambassador_id);
create index on basket_lines (operator_id);
create index on basket_lines (offer_version_id);
create index on basket_lines (subscription_id);
create index on basket_lines (onsite_contact_id);

create table purchase_requests (
  id uuid primary key,
  basket_id uuid not null unique,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  state text not null default 'open' check (state in ('open', 'taken', 'declined')),
  message text not null default '',
  answer text,
  requested_at timestamptz not null,
  requested_by_name text not null,
  answered_at timestamptz,
  version integer not null default 1,
  constraint purchase_requests_basket_id_fkey foreign key (basket_id, company_id) references baskets (id, company_id)
);
comment on table purchase_requests is 'What an operator''s client asks of its operator, who orders.';
create index on purchase_requests (company_id);
create index on purchase_requests (ambassador_id);
create index on purchase_requests (operator_id, requested_at desc);
