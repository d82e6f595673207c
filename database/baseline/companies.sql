create sequence company_number_seq start 100;
create table companies (
  id uuid primary key,
  company_id uuid not null generated always as (id) stored,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  number bigint not null unique default nextval('company_number_seq'),
  reference text not null unique generated always as ('OIP-' || lpad(number::text, greatest(8, length(number::text)), '0')) stored,
  universes text[] not null check (cardinality(universes) > 0 and universes <@ array['client', 'ambassador', 'operator', 'carrier']),
  state text not null default 'active' check (state in ('active', 'suspended', 'closed')),
  name text not null check (name <> ''),
  siren text,
  vat_number text,
  ape_code text,
  size text not null default 'unknown' check (size in ('unknown', 'micro', 'small', 'medium', 'intermediate', 'large', 'nonprofit')),
  legal_form text,
  einvoicing_address text,
  comment text,
  website text,
  phone text,
  email_sales text,
  email_technical text,
  email_order_desk text,
  email_administrative text,
  financial_state text not null default 'sound' check (financial_state in ('sound', 'watch', 'blocked')),
  guarantee text not null default 'none' check (guarantee in ('none', 'deposit', 'bank')),
  second_factor_required boolean not null default false,
  created_at timestamptz not null default app.now(),
  version integer not null default 1,
  external_key text check (external_key <> ''),
  name_fold text collate "C" generated always as (app.folded_name(name)) stored,
  head_postcode text not null default '' collate "C",
  head_city text not null default '',
  head_city_fold text collate "C" generated always as (app.folded_name(head_city)) stored,
  check (ambassador_id is null or operator_id is null or (ambassador_id = id and operator_id = id))
);
comment on constraint companies_check on companies is
  'A client has one partner at most; a partner''s own sheet carries its own id, in as many columns as it has partner universes.';
comment on column companies.head_postcode is 'Copied from the head office by a trigger, like its city, so that lists filter without a join.';
create index on companies (ambassador_id, number);
create index on companies (operator_id, number);
create index on companies (siren);
create index on companies (name collate "C", id);
create unique index on companies (external_key) where external_key is not null;
create index on companies (name_fold collate "C", id);
create index on companies (head_postcode collate "C", number);
create index on companies (head_city_fold collate "C", id);
create index on companies (siren collate "C");
create index on companies (state, number);
create index on companies (financial_state, number);
create index on companies (created_at, id);
create index on companies (ambassador_id, name_fold collate "C", id);
create index on companies (operator_id, name_fold collate "C", id);
create index on companies (ambassador_id, created_at, id);
create index on companies (operator_id, created_at, id);
create index on companies using gin (universes);

create table company_notes (
  company_id uuid primary key references companies,
  body text not null,
  updated_at timestamptz not null default app.now()
);
comment on table company_notes is 'What the carrier notes about a company and never shows to it.';

create table company_proposals (
  id uuid primary key,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  field text not null check (field in ('name', 'siren', 'vat_number', 'legal_form', 'state', 'financial_state', 'guarantee')),
  old_value text,
  new_value text not null,
  reason text,
  state text not null default 'pending' check (state in ('pending', 'accepted', 'refused', 'withdrawn')),
  answer text,
  proposed_by text not null,
  created_at timestamptz not null default app.now(),
  answered_at timestamptz
);
comment on table company_proposals is 'A field that only the carrier may change: the company proposes.';
create index on company_proposals (company_id);
create index on company_proposals (ambassador_id);
create index on company_proposals (operator_id);
create index on company_proposals (created_at) where state = 'pending';
create index on company_proposals (state, created_at, id);

create table partner_changes (
  id uuid primary key,
  company_id uuid not null references companies,
  from_ambassador_id uuid references companies,
  from_operator_id uuid references companies,
  to_ambassador_id uuid references companies,
  to_operator_id uuid references companies,
  effective_on date not null,
  state text not null default 'scheduled' check (state in ('scheduled', 'done', 'cancelled')),
  reason text not null,
  requested_by text not null,
  created_at timestamptz not null default app.now(),
  done_at timestamptz,
  check (to_ambassador_id is null or to_operator_id is null)
);
comment on table partner_changes is
  'A change of partner takes effect on its day: a job then re-keys the living rows. What is past keeps the partner of its time.';
create unique index on partner_changes (company_id) where state = 'scheduled';
create index on partner_changes (company_id, created_at);
create index on partner_changes (from_ambassador_id);
create index on partner_changes (from_operator_id);
create index on partner_changes (to_ambassador_id);
create index on partner_changes (to_operator_id);
create index on partner_changes (effective_on) where state = 'scheduled';

-- Sites and contacts ------------------------------------------------------------------------------------------------------------------

-- Row security looks at the row written, not at the rows it points to: each reference between two things of a company carries the company.

create table sites (
  id uuid primary key,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  name text not null check (name <> ''),
  is_head_office boolean not null default false,
  state text not null default 'open' check (state in ('open', 'closed')),
  closed_on date,
  siret text,
  street text not null default '',
  complement text,
  postcode text not null default '',
  commune_code text,
  city text not null default '',
  country text not null default 'FR',
  phone text,
  opening_hours jsonb,
  onsite_contact_id uuid,
  created_at timestamptz not null default app.now(),
  version integer not null default 1,
  external_key text check (external_key <> '')
);
create index on sites (company_id, name);
create index on sites (ambassador_id);
create index on sites (operator_id);
create unique index on sites (company_id) where is_head_office;
create index on sites (onsite_contact_id);
create unique index on sites (company_id, external_key) where external_key is not null;
create unique index sites_in_company on sites (id, company_id);

create table contacts (
  id uuid primary key,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_id uuid,
  first_name text not null default '',
  last_name text not null check (last_name <> ''),
  job_title text,
  phone text,
  mobile text,
  email text,
  archived_at timestamptz,
  created_at timestamptz not null default app.now(),
  version integer not null default 1,
  external_key text check (external_key <> ''),
  constraint contacts_site_id_fkey foreign key (site_id, company_id) references sites (id, company_id)
);
create index on contacts (company_id, last_name, id);
create index on contacts (ambassador_id);
create index on contacts (operator_id);
create index on contacts (site_id);
create index on contacts (lower(email) collate "C");
create unique index on contacts (company_id, external_key) where external_key is not null;
create unique index contacts_in_company on contacts (id, company_id);
alter table sites add constraint sites_onsite_contact_id_fkey foreign key (onsite_contact_id, company_id) references contacts (id, company_id);

-- Money -------------------------------------------------------------------------------------------------------------------------------

create sequence mandate_number_seq;
create table payment_details (
  id uuid primary key,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_id uuid,
  holder_name text not null,
  iban_sealed bytea not null,
  iban_masked text not null,
  bic text,
  billing_name text,
  billing_street text not null default '',
  billing_complement text,
  billing_postcode text not null default '',
  billing_city text not null default '',
  billing_country text not null default 'FR',
  billing_email text,
  mandate_reference text not null unique,
  mandate_scheme text not null default 'core' check (mandate_scheme in ('core', 'b2b')),
  mandate_state text not null default 'to_sign' check (mandate_state in ('to_sign', 'signed', 'revoked')),
  mandate_signed_on date,
  created_at timestamptz not null default app.now(),
  version integer not null default 1,
  mandate_made_at timestamptz,
  constraint payment_details_site_id_fkey foreign key (site_id, company_id) references sites (id, company_id)
);
comment on table payment_details is 'One set of coordinates for the company and one per site.';
create index on payment_details (company_id);
create index on payment_details (ambassador_id);
create index on payment_details (operator_id);
create index on payment_details (site_id);
create unique index on payment_details (company_id, site_id) nulls not distinct;

create table issuer_settings (
  company_id uuid primary key references companies,
  legal_name text not null,
  legal_form text,
  capital_cents bigint check (capital_cents >= 0),
  rcs_city text,
  siren text,
  vat_number text,
  creditor_identifier text,
  iban_sealed bytea,
  iban_masked text,
  bic text,
  street text not null default '',
  complement text,
  postcode text not null default '',
  city text not null default '',
  country text not null default 'FR',
  phone text,
  website text,
  sender_name text,
  sender_email text,
  terms_of_sale_version text,
  terms_of_sale text,
  logo bytea,
  logo_type text check (logo_type in ('image/png', 'image/jpeg')),
  updated_at timestamptz not null default app.now(),
  version integer not null default 1
);
comment on table issuer_settings is
  'Who issues mandates, invoices and mails: one row, the carrier''s. Everything but the sealed IBAN is printed on documents that customers get.';

-- Whose the rows of the platform and of the history are ---------------------------------------------------------------------------------

alter table job_progress
  add foreign key (company_id) references companies, add foreign key (ambassador_id) references companies, add foreign key (operator_id) references companies;
alter table mails
  add foreign key (company_id) references companies, add foreign key (ambassador_id) references companies, add foreign key (operator_id) references companies;
alter table files
  add foreign key (company_id) references companies, add foreign key (ambassador_id) references companies, add foreign key (operator_id) references companies,
  add constraint files_site_id_fkey foreign key (site_id, company_id) references sites (id, company_id);
alter table activity
  add foreign key (company_id) references companies, add foreign key (ambassador_id) references companies, add foreign key (operator_id) references companies,
  add foreign key (actor_company_id) references companies,
  add constraint activity_site_id_fkey foreign key (site_id, company_id) references sites (id, company_id);
