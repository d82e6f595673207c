create domain order_kind as text check (value in ('creation', 'addition', 'modification', 'termination'));
create domain order_state as text
  check (value in ('awaiting_client', 'submitted', 'in_delivery', 'delivered', 'cancelled_by_client', 'cancelled', 'impossible'));
create domain notice_unit as text check (value in ('day', 'month'));
create domain service_state as text check (value in ('active', 'closed'));

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
  name text not null,
  family text not null references offer_families,
  state text not null default 'creating' check (state in ('creating', 'active', 'termination_requested', 'terminated', 'abandoned')),
  quantity integer not null default 1 check (quantity > 0),
  values jsonb not null default '{}',
  company_name text not null,
  company_reference text not null,
  payer_reference text not null,
  city text not null default '',
  pilot_name text,
  delivered_on date,
  last_order_id uuid,
  last_order_number bigint,
  last_order_reference text,
  last_order_kind order_kind,
  last_order_state order_state,
  notice_count integer not null default 1 check (notice_count >= 0),
  notice_unit notice_unit not null default 'month',
  penalty_basis_points integer not null default 10000 check (penalty_basis_points between 0 and 10000),
  long_commitment_waiver boolean not null default false,
  tacit_renewal boolean not null default false,
  created_at timestamptz not null default app.now(),
  activated_on date,
  terminated_on date,
  taken_over boolean not null default false,
  version integer not null default 1,
  name_key text collate "C" not null default '',
  company_key text collate "C" not null default '',
  city_key text collate "C" not null default '',
  pilot_key text collate "C" not null default '',
  last_order_key bigint not null generated always as (coalesce(last_order_number, 0)) stored,
  delivered_key date not null generated always as (coalesce(delivered_on, 'infinity'::date)) stored,
  payer_number bigint not null generated always as (substring(payer_reference from 5)::bigint) stored,
  external_key text unique,
  renewal_told_for date,
  displayed_state text not null generated always as (case when state = 'terminated' then 'terminated' else coalesce(last_order_state, 'delivered') end) stored,
  type_key text collate "C" not null generated always as (coalesce(last_order_kind, 'creation')) stored,
  state_rank smallint not null generated always as (case when state = 'terminated' then 8 else
    case coalesce(last_order_state, 'delivered') when 'awaiting_client' then 1 when 'submitted' then 2 when 'in_delivery' then 3 when 'delivered' then 4
      when 'cancelled_by_client' then 5 when 'cancelled' then 6 else 7 end end) stored
);
comment on table subscriptions is 'Contracted offers. What their list sorts and compares stands in columns of its own, folded and never null.';
comment on column subscriptions.name is 'Copied from the offer, as contracted.';
comment on column subscriptions.company_name is 'What the list shows, written by the verbs that change it.';
comment on column subscriptions.displayed_state is
  '« État » of the list: the last order''s state, terminated once the contract is; a contract taken over from before is delivered.';
comment on column subscriptions.notice_count is 'Terms of the contract, which may differ from the offer''s.';
comment on column subscriptions.pilot_key is 'Empty: « Aucun ».';
comment on column subscriptions.delivered_key is '« Pas encore livrée » comes after every date.';
comment on column subscriptions.payer_number is 'References of companies are numbers of any width.';
comment on column subscriptions.state_rank is 'displayed_state in the order of an order''s life.';
comment on column subscriptions.external_key is 'The carrier''s own key of what it took over: the same file twice makes nothing twice.';
comment on column subscriptions.renewal_told_for is
  'Last day of the commitment whose coming renewal was told (code de la consommation, L224-40).';
create index on subscriptions (payer_id);
create index on subscriptions (site_id);
create index on subscriptions (offer_id, number desc);
create index on subscriptions (offer_version_id);
create index on subscriptions (last_order_id);
-- The staff's list is everybody's: each of its columns is an index.
create index on subscriptions (name_key, number);
create index on subscriptions (company_key, number);
create index on subscriptions (city_key, number);
create index on subscriptions (pilot_key, number);
create index on subscriptions (type_key, number);
create index on subscriptions (last_order_key, number);
create index on subscriptions (delivered_key, number);
create index on subscriptions (payer_number, number);
create index on subscriptions (state_rank, number);
create index on subscriptions (state, number);
create index on subscriptions (family, number);
-- A partner's: what it filters and sorts by.
create index on subscriptions (ambassador_id, state_rank, number) where ambassador_id is not null;
create index on subscriptions (ambassador_id, company_key, number) where ambassador_id is not null;
create index on subscriptions (ambassador_id, delivered_key, number) where ambassador_id is not null;
create index on subscriptions (operator_id, state_rank, number) where operator_id is not null;
create index on subscriptions (operator_id, company_key, number) where operator_id is not null;
create index on subscriptions (operator_id, delivered_key, number) where operator_id is not null;
create index on subscriptions (company_id) where state in ('active', 'termination_requested');
comment on index subscriptions_company_id_idx is
  'The contracts that name another one in their form, under the carrier''s and the customers'' roles alike.';
-- A tenant's whole list read from one index, whatever is filtered and sorted: no page of it reads the table for what it does not show.
create index on subscriptions (company_id, number) include
  (name_key, company_key, city_key, pilot_key, type_key, last_order_key, delivered_key, payer_number, state_rank, state, family, site_ids);
create index on subscriptions (ambassador_id, number) include
  (name_key, company_key, city_key, pilot_key, type_key, last_order_key, delivered_key, payer_number, state_rank, state, family) where ambassador_id is not null;
create index on subscriptions (operator_id, number) include
  (name_key, company_key, city_key, pilot_key, type_key, last_order_key, delivered_key, payer_number, state_rank, state, family) where operator_id is not null;

create table subscription_prices (
  subscription_id uuid primary key references subscriptions,
  payer_id uuid not null references companies,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  one_off_cents bigint not null default 0,
  monthly_cents bigint not null default 0,
  termination_cents bigint not null default 0,
  lines jsonb not null default '[]'
);
comment on column subscription_prices.lines is 'What makes the monthly fee: [{item, label, quantity, oneOffCents, monthlyCents}].';
create index on subscription_prices (payer_id);
create index on subscription_prices (company_id);
create index on subscription_prices (ambassador_id);

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
  ends_on date not null,
  created_at timestamptz not null default app.now()
);
comment on table commitments is '« Périmètres d''engagement »: the creation''s, and those that additions or renewals bring.';
comment on column commitments.ends_on is 'Last day of the commitment.';
create index on commitments (subscription_id);
create index on commitments (order_id);
create index on commitments (company_id);
create index on commitments (ambassador_id);
create index on commitments (operator_id);
create index on commitments (ends_on);

create table commitment_amounts (
  commitment_id uuid primary key references commitments,
  payer_id uuid not null references companies,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  monthly_cents bigint not null check (monthly_cents >= 0)
);
comment on table commitment_amounts is 'Share of the fee, hidden from who does not pay.';
create index on commitment_amounts (payer_id);
create index on commitment_amounts (company_id);
create index on commitment_amounts (ambassador_id);

create sequence accountcode_number_seq start 100000;
create table accountcodes (
  id uuid primary key,
  number bigint not null unique default nextval('accountcode_number_seq'),
  service_id uuid not null unique,
  subscription_id uuid not null references subscriptions,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_id uuid not null references sites,
  label text not null default '',
  partner_code text not null default '',
  state service_state not null default 'active',
  version integer not null default 1,
  label_key text collate "C" not null default '',
  partner_code_key text collate "C" not null default ''
);
create index on accountcodes (subscription_id);
create index on accountcodes (company_id, number);
create index on accountcodes (ambassador_id, number);
create index on accountcodes (operator_id, number);
create index on accountcodes (site_id);
create index on accountcodes (label_key, number);
create index on accountcodes (partner_code_key, number);
create index on accountcodes (ambassador_id, label_key, number) where ambassador_id is not null;
create index on accountcodes (operator_id, label_key, number) where operator_id is not null;
create index on accountcodes (ambassador_id, partner_code_key, number) where ambassador_id is not null;
create index on accountcodes (operator_id, partner_code_key, number) where operator_id is not null;

create table saved_views (
  id uuid primary key,
  user_id uuid not null references users,
  universe universe not null,
  screen text not null,
  name text not null check (name <> ''),
  query text not null,
  created_at timestamptz not null default app.now(),
  unique (user_id, universe, screen, name)
);
comment on table saved_views is 'Views of a list that a person keeps.';

alter table basket_lines add foreign key (subscription_id) references subscriptions;
