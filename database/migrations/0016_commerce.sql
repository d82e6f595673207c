-- From the shop to the contract: catalogue, baskets, orders, deliveries, contracted offers, terminations, accountcodes.
-- Money stands in rows of its own, keyed by who pays: an operator's client works under a role that has no grant on them.

-- Catalogue -------------------------------------------------------------------------------------------------------------------------

create table offer_families (
  code text primary key check (code ~ '^[a-z_]+$'),
  name text not null check (name <> ''),
  name_en text not null check (name_en <> ''),
  position integer not null
);

create table offers (
  id uuid primary key,
  -- Part of URLs and of files of prices: stable.
  code text not null unique check (code ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$'),
  family text not null references offer_families,
  -- An addition changes a running contract of one of the offers of `adds_to`.
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
create index on offers (family, position);

-- What an offer is between two days. Once ordered it never changes: contracts and orders point at it.
create table offer_versions (
  id uuid primary key,
  offer_id uuid not null references offers,
  number integer not null,
  state text not null default 'draft' check (state in ('draft', 'published')),
  valid_from date not null,
  -- Last day on sale; null: until the next version.
  valid_until date,
  -- OfferDefinition of contract/rules/catalog.
  definition jsonb not null,
  first_ordered_at timestamptz,
  created_at timestamptz not null default app.now(),
  revision integer not null default 1,
  unique (offer_id, number),
  check (valid_until is null or valid_until >= valid_from)
);
create index on offer_versions (offer_id, valid_from);

-- `item`: base, a characteristic (per unit of its number) or characteristic=value (when chosen). Steps: [{from, oneOffCents, monthlyCents}] by quantity.
create table offer_prices (
  version_id uuid not null references offer_versions on delete cascade,
  price_list text not null check (price_list in ('public', 'wholesale')),
  item text not null,
  one_off_cents bigint not null default 0 check (one_off_cents >= 0),
  monthly_cents bigint not null default 0 check (monthly_cents >= 0),
  steps jsonb not null default '[]',
  primary key (version_id, price_list, item)
);

-- What an operator charges its own clients, for all of them or for one; the carrier never bills it.
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
create index on resale_prices (offer_id);
create index on resale_prices (company_id);

create table offer_sheets (
  id uuid primary key,
  version_id uuid not null references offer_versions on delete cascade,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  storage_key text not null unique,
  created_at timestamptz not null default app.now()
);
create index on offer_sheets (version_id);

create table sale_terms_versions (
  version text primary key,
  published_at timestamptz not null,
  body_fr text not null,
  body_en text not null
);

-- Days between order and delivery of an offer: the 80th percentile of its delivered orders.
create table offer_delivery_times (
  offer_id uuid primary key references offers,
  delivered_orders integer not null,
  p80_days integer not null,
  computed_at timestamptz not null
);

do $$
declare t text;
begin
  foreach t in array array['offer_families', 'offers', 'offer_sheets', 'sale_terms_versions', 'offer_delivery_times', 'offer_versions', 'offer_prices', 'resale_prices'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy staff on %I to {{u_carrier}}, {{worker}}, {{identity}} using (true)', t);
    execute format('grant select, insert, update, delete on %I to {{u_carrier}}, {{worker}}', t);
  end loop;
  foreach t in array array['offer_families', 'offer_sheets', 'sale_terms_versions'] loop
    execute format('create policy readers on %I for select to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}} using (true)', t);
    execute format('grant select on %I to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}', t);
  end loop;
end $$;
create policy readers on offers for select to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}} using (state <> 'draft');
create policy readers on offer_versions for select to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}} using (state = 'published');
create policy public_prices on offer_prices for select to {{u_client}}, {{u_ambassador}}, {{u_operator}} using (price_list = 'public');
create policy wholesale_prices on offer_prices for select to {{u_operator}} using (price_list = 'wholesale');
grant select on offers, offer_versions to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}};
grant select on offer_prices to {{u_client}}, {{u_ambassador}}, {{u_operator}};
create policy own on resale_prices to {{u_operator}} using (operator_id = (select app.company_id()));
create policy end_client on resale_prices for select to {{u_end_client}}
  using (operator_id = (select c.operator_id from companies c where c.id = (select app.company_id())) and (company_id is null or company_id = (select app.company_id())));
grant select, insert, update, delete on resale_prices to {{u_operator}};
grant select on resale_prices to {{u_end_client}};

-- The version of an offer that an order takes is frozen by whoever orders.
create function app.freeze_offer_version(p_version uuid, p_at timestamptz) returns void language sql security definer set search_path = pg_catalog, public as $$
  update offer_versions set first_ordered_at = p_at where id = p_version and first_ordered_at is null and state = 'published'
$$;
revoke all on function app.freeze_offer_version(uuid, timestamptz) from public;
grant execute on function app.freeze_offer_version(uuid, timestamptz) to {{u_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{worker}};

create function app.keep_ordered_version() returns trigger language plpgsql as $$
begin
  if old.first_ordered_at is not null and (new.definition, new.valid_from, new.offer_id, new.number, new.state)
    is distinct from (old.definition, old.valid_from, old.offer_id, old.number, old.state) then
    raise exception 'an ordered version never changes' using errcode = 'MY409';
  end if;
  return new;
end $$;
create trigger keep_ordered_version before update on offer_versions for each row execute function app.keep_ordered_version();
create function app.keep_ordered_prices() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (select from offer_versions v where v.id = coalesce(old.version_id, new.version_id) and v.first_ordered_at is not null) then
    raise exception 'an ordered version never changes' using errcode = 'MY409';
  end if;
  return coalesce(new, old);
end $$;
create trigger keep_ordered_prices before insert or update or delete on offer_prices for each row execute function app.keep_ordered_prices();

-- Tenants of commercial rows ------------------------------------------------------------------------------------------------------------

-- Like app.stamp_partner, but a partner's own purchases stay in its client universe: its partner columns stay empty.
create function app.stamp_commercial() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  select nullif(c.ambassador_id, c.id), nullif(c.operator_id, c.id) into new.ambassador_id, new.operator_id from companies c where c.id = new.company_id;
  return new;
end $$;

-- Same policies as app.protect, and rights limited to sites compared with an array: an object over several sites is seen from each of them.
create function app.protect_sites(p_table text) returns void language plpgsql as $$
begin
  perform app.protect(p_table);
  execute format(
    'create policy sites on %I as restrictive to {{u_client}}, {{u_end_client}} using ((select app.all_sites()) or site_ids && (select app.site_ids()))', p_table);
end $$;
revoke all on function app.protect_sites(text) from public;

-- Amounts: who pays, and the ambassador who sells at public prices.
create function app.protect_amounts(p_table text) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', p_table);
  execute format('create policy payer on %I to {{u_client}}, {{u_operator}} using (payer_id = (select app.company_id()))', p_table);
  execute format('create policy ambassador on %I to {{u_ambassador}} using (ambassador_id = (select app.company_id()))', p_table);
  execute format('create policy staff on %I to {{u_carrier}}, {{worker}} using (true)', p_table);
  execute format('grant select, insert, update on %I to {{u_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{worker}}', p_table);
end $$;
revoke all on function app.protect_amounts(text) from public;

-- Why a company may not order: itself or who pays is blocked. A client never reads its operator's state.
create function app.ordering_block(p_company uuid) returns text language sql stable security definer set search_path = pg_catalog, public as $$
  select case
    when c.state <> 'active' then 'company_inactive'
    when c.financial_state = 'blocked' then 'company_blocked'
    when o.financial_state = 'blocked' or o.state <> 'active' then 'payer_blocked'
  end
  from companies c left join companies o on o.id = nullif(c.operator_id, c.id) where c.id = p_company
$$;
revoke all on function app.ordering_block(uuid) from public;
grant execute on function app.ordering_block(uuid) to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{worker}};

-- Contracted offers -----------------------------------------------------------------------------------------------------------------------

create sequence subscription_number_seq start 100;
create table subscriptions (
  id uuid primary key,
  number bigint not null unique default nextval('subscription_number_seq'),
  reference text not null unique generated always as ('OC' || lpad(number::text, greatest(5, length(number::text)), '0')) stored,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  payer_id uuid not null references companies,
  site_id uuid not null references sites,
  site_ids uuid[] not null check (cardinality(site_ids) > 0),
  offer_id uuid not null references offers,
  offer_version_id uuid not null references offer_versions,
  -- Copied from the offer, as contracted.
  name text not null,
  family text not null references offer_families,
  state text not null default 'creating' check (state in ('creating', 'active', 'termination_requested', 'terminated', 'abandoned')),
  quantity integer not null default 1 check (quantity > 0),
  values jsonb not null default '{}',
  -- What the list shows, written by the verbs that change it.
  company_name text not null,
  company_reference text not null,
  payer_reference text not null,
  city text not null default '',
  pilot_name text,
  delivered_on date,
  last_order_id uuid,
  last_order_number bigint,
  last_order_reference text,
  last_order_kind text check (last_order_kind in ('creation', 'addition', 'modification', 'termination')),
  last_order_state text check (last_order_state in ('awaiting_client', 'submitted', 'in_delivery', 'delivered', 'cancelled_by_client', 'cancelled', 'impossible')),
  -- « État » of the list: the last order's state, terminated once the contract is; a contract taken over from before is delivered.
  displayed_state text not null generated always as (case when state = 'terminated' then 'terminated' else coalesce(last_order_state, 'delivered') end) stored,
  -- Terms of the contract, which may differ from the offer's.
  notice_count integer not null default 1 check (notice_count >= 0),
  notice_unit text not null default 'month' check (notice_unit in ('day', 'month')),
  penalty_basis_points integer not null default 10000 check (penalty_basis_points between 0 and 10000),
  long_commitment_waiver boolean not null default false,
  tacit_renewal boolean not null default false,
  created_at timestamptz not null default app.now(),
  activated_on date,
  terminated_on date,
  taken_over boolean not null default false,
  version integer not null default 1
);
create index on subscriptions (company_id, number desc);
create index on subscriptions (ambassador_id, number desc) where ambassador_id is not null;
create index on subscriptions (operator_id, number desc) where operator_id is not null;
create index on subscriptions (payer_id);
create index on subscriptions (site_id);
create index on subscriptions (offer_id, number desc);
create index on subscriptions (offer_version_id);
create index on subscriptions (family);
create index on subscriptions (last_order_id);

create table subscription_prices (
  subscription_id uuid primary key references subscriptions,
  payer_id uuid not null references companies,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  one_off_cents bigint not null default 0,
  monthly_cents bigint not null default 0,
  termination_cents bigint not null default 0,
  -- What makes the monthly fee: [{item, label, quantity, oneOffCents, monthlyCents}].
  lines jsonb not null default '[]'
);
create index on subscription_prices (payer_id);
create index on subscription_prices (company_id);
create index on subscription_prices (ambassador_id);

-- « Périmètres d'engagement »: the creation's, and those that additions or renewals bring.
create table commitments (
  id uuid primary key,
  subscription_id uuid not null references subscriptions,
  order_id uuid,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_ids uuid[] not null,
  label text not null,
  starts_on date not null,
  months integer not null check (months >= 0),
  -- Last day of the commitment.
  ends_on date not null,
  -- Share of the fee, hidden from who does not pay, is in commitment_amounts.
  created_at timestamptz not null default app.now()
);
create index on commitments (subscription_id);
create index on commitments (order_id);
create index on commitments (company_id);
create index on commitments (ambassador_id);
create index on commitments (operator_id);

create table commitment_amounts (
  commitment_id uuid primary key references commitments,
  payer_id uuid not null references companies,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  monthly_cents bigint not null check (monthly_cents >= 0)
);
create index on commitment_amounts (payer_id);
create index on commitment_amounts (company_id);
create index on commitment_amounts (ambassador_id);

-- Services: minimal until each family's module comes.
create sequence service_number_seq start 1000;
create table services (
  id uuid primary key,
  number bigint not null unique default nextval('service_number_seq'),
  reference text not null unique generated always as ('FPC' || lpad(number::text, greatest(6, length(number::text)), '0')) stored,
  subscription_id uuid not null references subscriptions,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_id uuid not null references sites,
  -- ServiceKind of contract/rules/catalog.
  kind text not null,
  name text not null,
  state text not null default 'active' check (state in ('active', 'closed')),
  created_on date not null,
  closed_on date
);
create index on services (subscription_id);
create index on services (company_id, number desc);
create index on services (ambassador_id);
create index on services (operator_id);
create index on services (site_id);

create sequence accountcode_number_seq start 100000;
create table accountcodes (
  id uuid primary key,
  number bigint not null unique default nextval('accountcode_number_seq'),
  service_id uuid not null unique references services,
  subscription_id uuid not null references subscriptions,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_id uuid not null references sites,
  label text not null default '',
  partner_code text not null default '',
  state text not null default 'active' check (state in ('active', 'closed')),
  version integer not null default 1
);
create index on accountcodes (subscription_id);
create index on accountcodes (company_id, number);
create index on accountcodes (ambassador_id, number);
create index on accountcodes (operator_id, number);
create index on accountcodes (site_id);

-- Orders ------------------------------------------------------------------------------------------------------------------------------------

create table baskets (
  id uuid primary key,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  user_id uuid not null references users,
  universe text not null check (universe in ('client', 'ambassador', 'operator', 'carrier')),
  state text not null default 'open' check (state in ('open', 'ordered', 'requested')),
  updated_at timestamptz not null default app.now(),
  version integer not null default 1
);
create unique index on baskets (user_id, universe, company_id) where state = 'open';
create index on baskets (company_id);
create index on baskets (ambassador_id);
create index on baskets (operator_id);

create table basket_lines (
  id uuid primary key,
  basket_id uuid not null references baskets on delete cascade,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  position integer not null,
  offer_version_id uuid not null references offer_versions,
  -- The contract that an addition changes.
  subscription_id uuid references subscriptions,
  site_ids uuid[] not null default '{}',
  values jsonb not null default '{}',
  commitment_months integer not null default 0,
  wished_on date,
  onsite_contact_id uuid references contacts,
  -- Prices as they were last shown: a change is told, never charged silently.
  seen jsonb,
  version integer not null default 1
);
create index on basket_lines (basket_id, position);
create index on basket_lines (company_id);
create index on basket_lines (ambassador_id);
create index on basket_lines (operator_id);
create index on basket_lines (offer_version_id);
create index on basket_lines (subscription_id);
create index on basket_lines (onsite_contact_id);

-- What was ordered in one go. Terms of sale as accepted.
create table order_batches (
  id uuid primary key,
  basket_id uuid not null unique references baskets,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  payer_id uuid not null references companies,
  placed_at timestamptz not null,
  placed_by_user_id uuid references users,
  placed_by_name text not null,
  placed_universe text not null,
  terms_version text references sale_terms_versions,
  terms_accepted_at timestamptz,
  terms_accepted_by text,
  terms_accepted_ip text
);
create index on order_batches (company_id, placed_at desc);
create index on order_batches (ambassador_id);
create index on order_batches (operator_id);
create index on order_batches (payer_id);
create index on order_batches (placed_by_user_id);
create index on order_batches (terms_version);

create sequence order_number_seq start 100;
create table orders (
  id uuid primary key,
  number bigint not null unique default nextval('order_number_seq'),
  reference text not null unique generated always as ('COM' || lpad(number::text, greatest(5, length(number::text)), '0')) stored,
  batch_id uuid references order_batches,
  subscription_id uuid not null references subscriptions,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  payer_id uuid not null references companies,
  site_id uuid not null references sites,
  site_ids uuid[] not null check (cardinality(site_ids) > 0),
  kind text not null check (kind in ('creation', 'addition', 'modification', 'termination')),
  state text not null check (state in ('awaiting_client', 'submitted', 'in_delivery', 'delivered', 'cancelled_by_client', 'cancelled', 'impossible')),
  offer_id uuid not null references offers,
  offer_version_id uuid not null references offer_versions,
  offer_name text not null,
  company_name text not null,
  values jsonb not null default '{}',
  quantity_before integer,
  quantity_after integer,
  commitment_months integer not null default 0 check (commitment_months between 0 and 120),
  wished_on date,
  placed_at timestamptz not null,
  placed_by_user_id uuid references users,
  placed_by_name text not null,
  placed_universe text not null,
  onsite_contact_id uuid references contacts,
  onsite_contact_name text,
  onsite_contact_phone text,
  -- When the client validated, or when it was placed if nobody had to.
  submitted_at timestamptz,
  -- Céline B.: clients do not see the carrier's people.
  pilot_user_id uuid references users,
  pilot_name text,
  taken_at timestamptz,
  planned_on date,
  delivered_on date,
  closed_at timestamptz,
  -- Shown to the client; the carrier's own words are in order_notes.
  closing_reason text,
  blocked_step_id uuid,
  version integer not null default 1
);
create index on orders (company_id, number desc);
create index on orders (ambassador_id, number desc) where ambassador_id is not null;
create index on orders (operator_id, number desc) where operator_id is not null;
create index on orders (subscription_id, number desc);
create index on orders (batch_id);
create index on orders (payer_id);
create index on orders (site_id);
create index on orders (offer_id, state);
create index on orders (offer_version_id);
create index on orders (pilot_user_id, number) where state in ('submitted', 'in_delivery');
create index on orders (number) where state in ('awaiting_client', 'submitted', 'in_delivery');
create index on orders (placed_by_user_id);
create index on orders (onsite_contact_id);
-- One running operation on a contract at a time.
create unique index on orders (subscription_id) where state in ('awaiting_client', 'submitted', 'in_delivery');
alter table subscriptions add foreign key (last_order_id) references orders;
alter table commitments add foreign key (order_id) references orders;

create table order_items (
  id uuid primary key,
  order_id uuid not null references orders,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_ids uuid[] not null,
  position integer not null,
  action text not null check (action in ('add', 'modify', 'delete')),
  item text not null,
  label text not null,
  label_en text not null,
  quantity_before integer,
  quantity_after integer
);
create index on order_items (order_id, position);
create index on order_items (company_id);
create index on order_items (ambassador_id);
create index on order_items (operator_id);

-- One row per item: unit amounts, as agreed when the order was placed.
create table order_item_amounts (
  order_item_id uuid primary key references order_items,
  order_id uuid not null references orders,
  payer_id uuid not null references companies,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  one_off_cents bigint not null,
  monthly_cents bigint not null
);
create index on order_item_amounts (order_id);
create index on order_item_amounts (payer_id);
create index on order_item_amounts (company_id);
create index on order_item_amounts (ambassador_id);

create table order_steps (
  id uuid primary key,
  order_id uuid not null references orders,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_ids uuid[] not null,
  position integer not null,
  label text not null check (label <> ''),
  label_en text not null check (label_en <> ''),
  actor text not null check (actor in ('carrier', 'client', 'partner', 'infrastructure')),
  state text not null default 'to_do' check (state in ('to_do', 'in_progress', 'blocked', 'done', 'skipped')),
  planned_on date,
  done_on date,
  done_by_name text,
  blocked_by text check (blocked_by in ('carrier', 'client', 'partner', 'infrastructure')),
  blocked_cause text,
  blocked_at timestamptz,
  version integer not null default 1,
  check ((state = 'blocked') = (blocked_cause is not null and blocked_by is not null))
);
create index on order_steps (order_id, position);
create index on order_steps (company_id);
create index on order_steps (ambassador_id);
create index on order_steps (operator_id);
alter table orders add foreign key (blocked_step_id) references order_steps;
create index on orders (blocked_step_id);

-- Shared with the client and its partner.
create table order_comments (
  id uuid primary key,
  order_id uuid not null references orders,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_ids uuid[] not null,
  at timestamptz not null,
  author_name text not null,
  -- The author's side, so that a reader knows who speaks.
  author_universe text not null,
  body text not null check (body <> '')
);
create index on order_comments (order_id, at);
create index on order_comments (company_id);
create index on order_comments (ambassador_id);
create index on order_comments (operator_id);

-- The carrier's own.
create table order_notes (
  id uuid primary key,
  order_id uuid not null references orders,
  company_id uuid not null references companies,
  at timestamptz not null,
  author_name text not null,
  body text not null check (body <> '')
);
create index on order_notes (order_id, at);
create index on order_notes (company_id);

create table commerce_documents (
  id uuid primary key,
  subscription_id uuid not null references subscriptions,
  order_id uuid references orders,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  payer_id uuid not null references companies,
  site_ids uuid[] not null,
  kind text not null check (kind in ('order_form', 'delivery_note', 'termination_letter', 'termination_notice', 'attachment')),
  name text not null,
  file_id uuid not null references files,
  -- A document that shows amounts is for who pays, the ambassador and the carrier.
  shows_amounts boolean not null,
  -- The carrier's own working papers.
  internal boolean not null default false,
  created_at timestamptz not null,
  created_by_name text not null
);
create index on commerce_documents (subscription_id, created_at desc);
create index on commerce_documents (order_id);
create index on commerce_documents (company_id);
create index on commerce_documents (ambassador_id);
create index on commerce_documents (operator_id);
create index on commerce_documents (payer_id);
create index on commerce_documents (file_id);

-- What an operator's client asks of its operator, who orders.
create table purchase_requests (
  id uuid primary key,
  basket_id uuid not null unique references baskets,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  state text not null default 'open' check (state in ('open', 'taken', 'declined')),
  message text not null default '',
  answer text,
  requested_at timestamptz not null,
  requested_by_name text not null,
  answered_at timestamptz,
  version integer not null default 1
);
create index on purchase_requests (company_id);
create index on purchase_requests (ambassador_id);
create index on purchase_requests (operator_id, requested_at desc);

-- Terminations -------------------------------------------------------------------------------------------------------------------------------

create table terminations (
  id uuid primary key,
  subscription_id uuid not null references subscriptions,
  order_id uuid not null unique references orders,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_ids uuid[] not null,
  state text not null default 'pending' check (state in ('pending', 'withdrawn', 'effective')),
  origin text not null check (origin in ('portal', 'letter', 'carrier', 'port_out')),
  -- Day that starts the notice: of the request, or of the letter's reception.
  requested_on date not null,
  wished_on date not null,
  notice_count integer not null,
  notice_unit text not null check (notice_unit in ('day', 'month')),
  effective_on date not null,
  billed_until date not null,
  remaining_months integer not null default 0 check (remaining_months >= 0),
  reason text,
  requested_at timestamptz not null,
  requested_by_name text not null,
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  closed_at timestamptz,
  version integer not null default 1
);
create unique index on terminations (subscription_id) where state = 'pending';
create index on terminations (subscription_id);
create index on terminations (effective_on) where state = 'pending';
create index on terminations (company_id);
create index on terminations (ambassador_id);
create index on terminations (operator_id);

create table termination_amounts (
  termination_id uuid primary key references terminations,
  payer_id uuid not null references companies,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  one_off_cents bigint not null check (one_off_cents >= 0),
  penalty_cents bigint not null check (penalty_cents >= 0)
);
create index on termination_amounts (payer_id);
create index on termination_amounts (company_id);
create index on termination_amounts (ambassador_id);

-- Views of a list that a person keeps.
create table saved_views (
  id uuid primary key,
  user_id uuid not null references users,
  universe text not null,
  screen text not null,
  name text not null check (name <> ''),
  query text not null,
  created_at timestamptz not null default app.now(),
  unique (user_id, universe, screen, name)
);

-- Tenant columns, row security, grants ---------------------------------------------------------------------------------------------------------

create function app.stamp_from_order() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  select o.company_id, o.ambassador_id, o.operator_id, o.site_ids into strict new.company_id, new.ambassador_id, new.operator_id, new.site_ids
  from orders o where o.id = new.order_id;
  return new;
end $$;
create function app.stamp_from_subscription() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  select s.company_id, s.ambassador_id, s.operator_id, s.site_ids into strict new.company_id, new.ambassador_id, new.operator_id, new.site_ids
  from subscriptions s where s.id = new.subscription_id;
  return new;
end $$;
-- Services and accountcodes stand on one site of their contract.
create function app.stamp_service() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  select s.company_id, s.ambassador_id, s.operator_id into strict new.company_id, new.ambassador_id, new.operator_id
  from subscriptions s where s.id = new.subscription_id;
  return new;
end $$;
create function app.stamp_payer_of_subscription() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  select s.company_id, s.ambassador_id, s.payer_id into strict new.company_id, new.ambassador_id, new.payer_id from subscriptions s where s.id = new.subscription_id;
  return new;
end $$;
create function app.stamp_payer_of_commitment() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  select s.company_id, s.ambassador_id, s.payer_id into strict new.company_id, new.ambassador_id, new.payer_id
  from commitments c join subscriptions s on s.id = c.subscription_id where c.id = new.commitment_id;
  return new;
end $$;
create function app.stamp_payer_of_item() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  select o.id, o.company_id, o.ambassador_id, o.payer_id into strict new.order_id, new.company_id, new.ambassador_id, new.payer_id
  from order_items i join orders o on o.id = i.order_id where i.id = new.order_item_id;
  return new;
end $$;
create function app.stamp_payer_of_termination() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  select o.company_id, o.ambassador_id, o.payer_id into strict new.company_id, new.ambassador_id, new.payer_id
  from terminations t join orders o on o.id = t.order_id where t.id = new.termination_id;
  return new;
end $$;
-- Who pays: the operator for its clients, else the company itself.
create function app.stamp_payer() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  select nullif(c.ambassador_id, c.id), nullif(c.operator_id, c.id), coalesce(nullif(c.operator_id, c.id), c.id)
    into strict new.ambassador_id, new.operator_id, new.payer_id from companies c where c.id = new.company_id;
  return new;
end $$;
create function app.stamp_subscription() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  select c.name, c.reference, coalesce(p.reference, c.reference) into strict new.company_name, new.company_reference, new.payer_reference
  from companies c left join companies p on p.id = nullif(c.operator_id, c.id) where c.id = new.company_id;
  select s.city into strict new.city from sites s where s.id = new.site_id and s.company_id = new.company_id;
  return new;
end $$;
create function app.stamp_order() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  select s.company_id, s.ambassador_id, s.operator_id, s.payer_id, s.company_name into strict new.company_id, new.ambassador_id, new.operator_id, new.payer_id, new.company_name
  from subscriptions s where s.id = new.subscription_id;
  return new;
end $$;

do $$
declare t text;
begin
  foreach t in array array['baskets', 'basket_lines', 'purchase_requests'] loop
    execute format('create trigger stamp_partner before insert on %I for each row execute function app.stamp_commercial()', t);
    execute format('select app.protect(%L)', t);
  end loop;
  foreach t in array array['subscriptions', 'order_batches'] loop
    execute format('create trigger stamp_partner before insert on %I for each row execute function app.stamp_payer()', t);
  end loop;
  foreach t in array array['order_items', 'order_steps', 'order_comments'] loop
    execute format('create trigger stamp_partner before insert on %I for each row execute function app.stamp_from_order()', t);
    execute format('select app.protect_sites(%L)', t);
  end loop;
  foreach t in array array['commitments', 'terminations'] loop
    execute format('create trigger stamp_partner before insert on %I for each row execute function app.stamp_from_subscription()', t);
    execute format('select app.protect_sites(%L)', t);
  end loop;
  foreach t in array array['services', 'accountcodes'] loop
    execute format('create trigger stamp_partner before insert on %I for each row execute function app.stamp_service()', t);
    execute format('select app.protect(%L, %L)', t, 'site_id');
  end loop;
  foreach t in array array['subscription_prices', 'commitment_amounts', 'order_item_amounts', 'termination_amounts'] loop
    execute format('select app.protect_amounts(%L)', t);
  end loop;
end $$;
create trigger stamp_payer before insert on subscription_prices for each row execute function app.stamp_payer_of_subscription();
create trigger stamp_payer before insert on commitment_amounts for each row execute function app.stamp_payer_of_commitment();
create trigger stamp_payer before insert on order_item_amounts for each row execute function app.stamp_payer_of_item();
create trigger stamp_payer before insert on termination_amounts for each row execute function app.stamp_payer_of_termination();
create trigger stamp_subscription before insert on subscriptions for each row execute function app.stamp_subscription();
create trigger stamp_partner before insert on orders for each row execute function app.stamp_order();
create function app.stamp_document() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  select s.company_id, s.ambassador_id, s.operator_id, s.payer_id, s.site_ids
    into strict new.company_id, new.ambassador_id, new.operator_id, new.payer_id, new.site_ids from subscriptions s where s.id = new.subscription_id;
  return new;
end $$;
create trigger stamp_partner before insert on commerce_documents for each row execute function app.stamp_document();

select app.protect_sites('subscriptions');
select app.protect_sites('orders');
select app.protect('order_batches');
select app.protect_sites('commerce_documents');
create policy amounts on commerce_documents as restrictive to {{u_end_client}} using (not shows_amounts);
create policy shared on commerce_documents as restrictive to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}} using (not internal);

-- A basket is its author's alone.
create policy own_basket on baskets as restrictive to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}
  using (user_id = (select app.user_id())
    or (state = 'requested' and current_setting('role') = '{{u_operator}}'));
create policy own_basket on basket_lines as restrictive to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}
  using (exists (select from baskets b where b.id = basket_lines.basket_id));

alter table order_notes enable row level security;
create policy staff on order_notes to {{u_carrier}}, {{worker}} using (true);
grant select, insert on order_notes to {{u_carrier}}, {{worker}};

alter table saved_views enable row level security;
create policy own on saved_views to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}
  using (user_id = (select app.user_id())) with check (user_id = (select app.user_id()));
create policy technique on saved_views to {{identity}}, {{worker}} using (true);
grant select, insert, update, delete on saved_views to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{worker}};

grant usage on sequence subscription_number_seq, order_number_seq, service_number_seq, accountcode_number_seq
  to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{worker}};
grant select, insert, update, delete on baskets, basket_lines to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{worker}};
grant select, insert, update on purchase_requests to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{worker}};
grant select on subscriptions, orders, order_batches, order_items, order_steps, order_comments, commerce_documents, commitments, services, terminations
  to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{worker}};
grant insert, update on subscriptions, orders, order_batches, order_items, order_steps, order_comments, commerce_documents, commitments, services, terminations, accountcodes
  to {{u_carrier}}, {{worker}};
grant delete on order_steps to {{u_carrier}}, {{worker}};
grant select on accountcodes to {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{worker}};
grant update (label, partner_code, version) on accountcodes to {{u_ambassador}}, {{u_operator}};
-- Customers order, validate, cancel, comment and terminate; delivering is the carrier's.
grant insert on subscriptions, orders, order_batches, order_items, order_steps, order_comments, terminations to {{u_client}}, {{u_ambassador}}, {{u_operator}};
grant insert on order_comments to {{u_end_client}};
grant update (state, last_order_id, last_order_number, last_order_reference, last_order_kind, last_order_state, version) on subscriptions
  to {{u_client}}, {{u_ambassador}}, {{u_operator}};
grant update (state, submitted_at, closed_at, closing_reason, version) on orders to {{u_client}}, {{u_ambassador}}, {{u_operator}};
grant update (terms_version, terms_accepted_at, terms_accepted_by, terms_accepted_ip) on order_batches to {{u_client}}, {{u_operator}};
grant update (state, withdrawn_at, withdrawn_by_name, closed_at, version) on terminations to {{u_client}}, {{u_ambassador}}, {{u_operator}};

-- A company that changes partner takes its contracts and running orders with it: who pays follows.
create or replace function app.assign_partner(p_company uuid, p_ambassador uuid, p_operator uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  t text;
  payer uuid := coalesce(nullif(p_operator, p_company), p_company);
begin
  update companies set ambassador_id = p_ambassador, operator_id = p_operator, version = version + 1 where id = p_company;
  foreach t in array array['sites', 'contacts', 'users', 'rights', 'right_sites', 'user_rights', 'payment_details', 'company_proposals',
    'notification_preferences', 'contact_subscriptions', 'company_notification_addresses'] loop
    execute format('update %I set ambassador_id = $1, operator_id = $2 where company_id = $3', t) using p_ambassador, p_operator, p_company;
  end loop;
  foreach t in array array['baskets', 'basket_lines', 'subscriptions', 'orders', 'order_batches', 'order_items', 'order_steps', 'order_comments',
    'commerce_documents', 'commitments', 'services', 'accountcodes', 'terminations', 'purchase_requests'] loop
    execute format('update %I set ambassador_id = $1, operator_id = $2 where company_id = $3', t)
      using nullif(p_ambassador, p_company), nullif(p_operator, p_company), p_company;
  end loop;
  foreach t in array array['subscription_prices', 'commitment_amounts', 'order_item_amounts', 'termination_amounts'] loop
    execute format('update %I set ambassador_id = $1, payer_id = $2 where company_id = $3', t) using nullif(p_ambassador, p_company), payer, p_company;
  end loop;
  foreach t in array array['subscriptions', 'orders', 'order_batches', 'commerce_documents'] loop
    execute format('update %I set payer_id = $1 where company_id = $2', t) using payer, p_company;
  end loop;
  update subscriptions set payer_reference = (select reference from companies where id = payer) where company_id = p_company;
end $$;

-- The list shows a name and a town as they are now.
create function app.rename_on_contracts() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update subscriptions set company_name = new.name where company_id = new.id;
  update orders set company_name = new.name where company_id = new.id;
  return null;
end $$;
create trigger rename_on_contracts after update of name on companies for each row when (old.name is distinct from new.name)
  execute function app.rename_on_contracts();
create function app.move_contracts() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update subscriptions set city = new.city where site_id = new.id;
  return null;
end $$;
create trigger move_contracts after update of city on sites for each row when (old.city is distinct from new.city) execute function app.move_contracts();
