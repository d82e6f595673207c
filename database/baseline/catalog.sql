create table offer_families (
  code text primary key check (code ~ '^[a-z0-9]+(_[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  name_en text not null check (name_en <> ''),
  position integer not null,
  icon text not null default 'package' check (icon ~ '^[a-z_]+$')
);
comment on table offer_families is 'The families of the shop. The carrier adds its own.';
comment on column offer_families.icon is 'A picture of the design kit.';
insert into offer_families (code, name, name_en, position, icon) values
  ('internet_access', 'Accès Internet', 'Internet access', 1, 'world'),
  ('cloud', 'Cloud', 'Cloud', 2, 'cloud'),
  ('unified_communications', 'Com''unifieds', 'Unified communications', 3, 'users'),
  ('ip_telephony', 'Téléphonie IP', 'IP telephony', 4, 'call'),
  ('standard_telephony', 'Téléphonie standard', 'Standard telephony', 5, 'phone'),
  ('mobile', 'Mobile', 'Mobile', 6, 'mobile'),
  ('equipment', 'Matériel', 'Equipment', 7, 'router');

create table offers (
  id uuid primary key,
  code text not null unique check (code ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$'),
  family text not null references offer_families,
  kind text not null check (kind in ('contract', 'addition')),
  adds_to text[] not null default '{}',
  name text not null check (name <> ''),
  name_en text not null check (name_en <> ''),
  universes text[] not null check (universes <@ array['client', 'ambassador', 'operator']),
  state text not null default 'draft' check (state in ('draft', 'on_sale', 'withdrawn')),
  position integer not null default 0,
  created_at timestamptz not null default app.now(),
  version integer not null default 1,
  check ((kind = 'addition') = (cardinality(adds_to) > 0))
);
comment on column offers.code is 'Part of URLs and of files of prices: stable.';
comment on column offers.kind is 'An addition changes a running contract of one of the offers of `adds_to`.';
create index on offers (family, position);

create table offer_versions (
  id uuid primary key,
  offer_id uuid not null references offers,
  number integer not null,
  state text not null default 'draft' check (state in ('draft', 'published')),
  valid_from date not null,
  valid_until date,
  definition jsonb not null,
  first_ordered_at timestamptz,
  created_at timestamptz not null default app.now(),
  revision integer not null default 1,
  unique (offer_id, number),
  check (valid_until is null or valid_until >= valid_from),
  constraint published_versions_apart exclude using gist (offer_id with =, daterange(valid_from, valid_until, '[]') with &&) where (state = 'published')
);
comment on table offer_versions is 'What an offer is between two days. Once ordered it never changes: contracts and orders point at it.';
comment on constraint published_versions_apart on offer_versions is 'Two published versions of an offer never cover the same day.';
comment on column offer_versions.valid_until is 'Last day on sale; null: until the next version.';
comment on column offer_versions.definition is 'OfferDefinition of offer-definition.ts.';
create index on offer_versions (offer_id, valid_from);

create table offer_prices (
  version_id uuid not null references offer_versions on delete cascade,
  price_list text not null check (price_list in ('public', 'wholesale')),
  item text not null,
  one_off_cents bigint not null default 0 check (one_off_cents >= 0),
  monthly_cents bigint not null default 0 check (monthly_cents >= 0),
  steps jsonb not null default '[]',
  primary key (version_id, price_list, item)
);
comment on table offer_prices is
  '`item`: base, a characteristic (per unit of its number) or characteristic=value (when chosen). Steps: [{from, oneOffCents, monthlyCents}] by quantity.';

create table resale_prices (
  id uuid primary key,
  operator_id uuid not null references companies,
  offer_id uuid not null references offers,
  company_id uuid references companies,
  one_off_cents bigint not null check (one_off_cents >= 0),
  monthly_cents bigint not null check (monthly_cents >= 0),
  version integer not null default 1,
  unique nulls not distinct (operator_id, offer_id, company_id)
);
comment on table resale_prices is 'What an operator charges its own clients, for all of them or for one; the carrier never bills it.';
create index on resale_prices (offer_id);
create index on resale_prices (company_id);

create table offer_sheets (
  id uuid primary key,
  version_id uuid not null references offer_versions on delete cascade,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  storage_key text not null,
  created_at timestamptz not null default app.now()
);
create index on offer_sheets (version_id);
create index on offer_sheets (storage_key);

create table offer_delivery_times (
  offer_id uuid primary key references offers,
  delivered_orders integer not null,
  p80_days integer not null,
  computed_at timestamptz not null
);
comment on table offer_delivery_times is 'Days between order and delivery of an offer: the 80th percentile of its delivered orders.';
