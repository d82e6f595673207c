-- The carrier's side: portfolio lists, partners over time, imports, « voir comme », issuer settings.

-- Portfolio lists -----------------------------------------------------------------------------------------------------------------

-- The form under which names are compared: foldText() of contract/rules/text-fold.ts. Immutable as long as the unaccent rules are.
create function app.folded_name(p_text text) returns text language sql immutable strict parallel safe set search_path = pg_catalog, public as $$
  select btrim(regexp_replace(translate(lower(public.unaccent('public.unaccent'::regdictionary, p_text)), '''’‘‛ʼ´`′_-‐‑‒–—', repeat(' ', 15)), '\s+', ' ', 'g'))
$$;

alter table companies
  add column external_key text check (external_key <> ''),
  add column name_fold text collate "C" generated always as (app.folded_name(name)) stored,
  -- Copied from the head office by the triggers below, so that lists filter without a join.
  add column head_postcode text not null default '' collate "C",
  add column head_city text not null default '',
  add column head_city_fold text collate "C" generated always as (app.folded_name(head_city)) stored;
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
create index on company_proposals (state, created_at, id);

alter table sites add column external_key text check (external_key <> '');
alter table contacts add column external_key text check (external_key <> '');
create unique index on sites (company_id, external_key) where external_key is not null;
create unique index on contacts (company_id, external_key) where external_key is not null;

update companies c set head_postcode = s.postcode, head_city = s.city from sites s where s.company_id = c.id and s.is_head_office;

create function app.copy_head_offices() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update companies c set head_postcode = s.postcode, head_city = s.city from added s where s.company_id = c.id and s.is_head_office;
  return null;
end $$;
create trigger copy_head_offices after insert on sites referencing new table as added for each statement execute function app.copy_head_offices();

create function app.copy_head_office() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update companies set head_postcode = new.postcode, head_city = new.city where id = new.company_id;
  return null;
end $$;
create trigger copy_head_office after update of postcode, city, is_head_office on sites for each row when (new.is_head_office)
  execute function app.copy_head_office();

-- Partners over time ----------------------------------------------------------------------------------------------------------------

-- A change of partner takes effect on its day: a job then re-keys the living rows. What is past keeps the partner of its time.
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
create unique index on partner_changes (company_id) where state = 'scheduled';
create index on partner_changes (company_id, created_at);
create index on partner_changes (from_ambassador_id);
create index on partner_changes (from_operator_id);
create index on partner_changes (to_ambassador_id);
create index on partner_changes (to_operator_id);
create index on partner_changes (effective_on) where state = 'scheduled';

-- Gives a company and its living rows another partner. Tables of modules to come are added here by their migrations.
create function app.assign_partner(p_company uuid, p_ambassador uuid, p_operator uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare t text;
begin
  update companies set ambassador_id = p_ambassador, operator_id = p_operator, version = version + 1 where id = p_company;
  foreach t in array array['sites', 'contacts', 'users', 'rights', 'right_sites', 'user_rights', 'payment_details', 'company_proposals'] loop
    execute format('update %I set ambassador_id = $1, operator_id = $2 where company_id = $3', t) using p_ambassador, p_operator, p_company;
  end loop;
end $$;
revoke all on function app.assign_partner(uuid, uuid, uuid) from public;
grant execute on function app.assign_partner(uuid, uuid, uuid) to {{u_carrier}}, {{worker}};

-- Imports ------------------------------------------------------------------------------------------------------------------------------

create sequence import_number_seq;
create table imports (
  id uuid primary key,
  -- The carrier's company: whoever imports.
  company_id uuid not null references companies,
  number bigint not null unique default nextval('import_number_seq'),
  reference text not null unique generated always as ('IMP-' || lpad(number::text, greatest(6, length(number::text)), '0')) stored,
  kind text not null check (kind in ('companies', 'sites', 'contacts')),
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
create index on imports (company_id);
create index on imports (started_by_user_id);
create index on imports (created_at, id);
create index on imports (file_hash);

create table import_rows (
  import_id uuid not null references imports on delete cascade,
  line integer not null,
  cells text[] not null,
  -- pending → valid or faulty (checked), valid → applied or faulty (what changed since the check).
  state text not null default 'pending' check (state in ('pending', 'valid', 'faulty', 'applied')),
  outcome text check (outcome in ('created', 'updated', 'unchanged')),
  object_reference text,
  errors jsonb,
  primary key (import_id, line)
);
create index on import_rows (import_id, state, line);

-- Issuer settings ------------------------------------------------------------------------------------------------------------------------

-- Who issues mandates, invoices and mails: one row, the carrier's. Everything but the sealed IBAN is printed on documents that customers get.
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

do $$
declare t text;
begin
  foreach t in array array['partner_changes', 'imports', 'import_rows', 'issuer_settings'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy carrier on %I to {{u_carrier}}, {{worker}} using (true)', t);
  end loop;
end $$;
create policy readers on issuer_settings for select to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{identity}} using (true);
grant select, insert, update on partner_changes, imports to {{u_carrier}}, {{worker}};
grant select, insert, update, delete on import_rows to {{u_carrier}}, {{worker}};
grant usage on sequence import_number_seq to {{u_carrier}}, {{worker}};
grant select, insert, update on issuer_settings to {{u_carrier}}, {{worker}};
grant select (company_id, legal_name, legal_form, capital_cents, rcs_city, siren, vat_number, creditor_identifier, iban_masked, bic, street, complement, postcode,
  city, country, phone, website, sender_name, sender_email, terms_of_sale_version, terms_of_sale, logo, logo_type, updated_at, version)
  on issuer_settings to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{identity}};

-- « Voir comme » ---------------------------------------------------------------------------------------------------------------------------

-- Makes the caller's own session look as somebody else. The carrier's role has no grant on sessions: this is the only door, and only towards customers.
create function app.start_view_as(p_session uuid, p_user uuid, p_reason text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, app as $$
begin
  if length(btrim(p_reason)) < 10 then raise exception 'reason' using errcode = 'MY403'; end if;
  perform from users u join companies c on c.id = u.company_id
    where u.id = p_user and u.state = 'active' and c.state <> 'closed' and not ('carrier' = any (c.universes));
  if not found then return false; end if;
  -- The confirmation of identity was the carrier's: it must open none of the customer's secrets.
  update sessions set view_as_user_id = p_user, view_as_reason = p_reason, step_up_until = null
    where id = p_session and user_id = app.user_id() and view_as_user_id is null and revoked_at is null;
  return found;
end $$;
revoke all on function app.start_view_as(uuid, uuid, text) from public;
grant execute on function app.start_view_as(uuid, uuid, text) to {{u_carrier}};
