-- Tenancy: who may see what is decided here, not in the application.
-- Each request enters with app.enter(), which authenticates, checks the right, publishes the tenant and takes the role of the universe.
-- {{...}} are the names of this installation's roles.

create schema app;
revoke all on schema public from public;
grant usage on schema app, public to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{identity}}, {{worker}};
grant usage on schema app to {{customers}}, {{staff}};

create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;

-- Settings of the transaction. Reading one that was not set raises an error: fail closed.
create function app.company_id() returns uuid language sql stable parallel safe as $$ select current_setting('app.company_id')::uuid $$;
create function app.user_id() returns uuid language sql stable parallel safe as $$ select current_setting('app.user_id')::uuid $$;
create function app.now() returns timestamptz language sql stable parallel safe as $$ select current_setting('app.now')::timestamptz $$;
create function app.all_sites() returns boolean language sql stable parallel safe as $$ select current_setting('app.all_sites')::boolean $$;
create function app.site_ids() returns uuid[] language sql stable parallel safe as $$ select current_setting('app.site_ids')::uuid[] $$;

create function app.at(p_at timestamptz) returns void language sql as $$ select set_config('app.now', p_at::text, true) $$;

-- Companies ---------------------------------------------------------------------------------------------------------------------

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
  -- A client has one partner at most; a partner's own sheet carries its own id, in as many columns as it has partner universes.
  check (ambassador_id is null or operator_id is null or (ambassador_id = id and operator_id = id))
);
create index on companies (ambassador_id, number);
create index on companies (operator_id, number);
create index on companies (siren);
create index on companies (name collate "C", id);

-- What the carrier notes about a company and never shows to it.
create table company_notes (
  company_id uuid primary key references companies,
  body text not null,
  updated_at timestamptz not null default app.now()
);

-- A field that only the carrier may change: the company proposes.
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
create index on company_proposals (company_id);
create index on company_proposals (ambassador_id);
create index on company_proposals (operator_id);
create index on company_proposals (created_at) where state = 'pending';

-- Fills the partner columns from the company, so that no writer can forget or forge them.
create function app.stamp_partner() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  select c.ambassador_id, c.operator_id into new.ambassador_id, new.operator_id from public.companies c where c.id = new.company_id;
  return new;
end $$;

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
  version integer not null default 1
);
create index on sites (company_id, name);
create index on sites (ambassador_id);
create index on sites (operator_id);
create unique index on sites (company_id) where is_head_office;

create table contacts (
  id uuid primary key,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_id uuid references sites,
  first_name text not null default '',
  last_name text not null check (last_name <> ''),
  job_title text,
  phone text,
  mobile text,
  email text,
  archived_at timestamptz,
  created_at timestamptz not null default app.now(),
  version integer not null default 1
);
create index on contacts (company_id, last_name, id);
create index on contacts (ambassador_id);
create index on contacts (operator_id);
create index on contacts (site_id);
alter table sites add foreign key (onsite_contact_id) references contacts;
create index on sites (onsite_contact_id);

create table payment_details (
  id uuid primary key,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_id uuid references sites,
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
  version integer not null default 1
);
create index on payment_details (company_id);
create index on payment_details (ambassador_id);
create index on payment_details (operator_id);
create index on payment_details (site_id);
create sequence mandate_number_seq;

-- People --------------------------------------------------------------------------------------------------------------------------

create sequence login_number_seq start 100;
create table users (
  id uuid primary key,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_id uuid references sites,
  contact_id uuid not null unique references contacts,
  login_number bigint not null unique default nextval('login_number_seq'),
  login text not null unique generated always as ('E-' || lpad(login_number::text, greatest(9, length(login_number::text)), '0')) stored,
  display_name text not null,
  state text not null default 'invited' check (state in ('invited', 'active', 'suspended')),
  language text not null default 'fr' check (language in ('fr', 'en')),
  is_administrator boolean not null default false,
  last_universe text,
  last_sign_in_at timestamptz,
  created_at timestamptz not null default app.now()
);
create index on users (company_id, display_name);
create index on users (ambassador_id);
create index on users (operator_id);
create index on users (site_id);

create table credentials (
  user_id uuid primary key references users,
  password_hash text not null,
  changed_at timestamptz not null
);

create table sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  user_id uuid not null references users,
  stage text not null check (stage in ('second_factor', 'enrol_second_factor', 'accept_terms', 'complete')),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ip text,
  user_agent text,
  step_up_until timestamptz,
  view_as_user_id uuid references users,
  view_as_reason text,
  revoked_at timestamptz
);
create index on sessions (user_id) where revoked_at is null;
create index on sessions (view_as_user_id);
create index on sessions (expires_at);

create table factors (
  id uuid primary key,
  user_id uuid not null references users,
  kind text not null check (kind in ('totp', 'passkey')),
  name text not null,
  secret_sealed bytea,
  last_step bigint,
  credential_id text unique,
  public_key bytea,
  counter bigint,
  transports text[],
  confirmed_at timestamptz,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index on factors (user_id);

create table backup_codes (
  user_id uuid not null references users,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (user_id, code_hash)
);

create table challenges (
  id uuid primary key,
  user_id uuid references users,
  session_id uuid references sessions,
  kind text not null check (kind in ('passkey_registration', 'passkey_authentication')),
  challenge text not null,
  expires_at timestamptz not null
);
create index on challenges (user_id);
create index on challenges (session_id);
create index on challenges (expires_at);

-- Single-use links: initialisation and forgotten password. Only the hash of the token is kept.
create table password_links (
  token_hash bytea primary key,
  user_id uuid not null references users,
  kind text not null check (kind in ('initialisation', 'forgotten')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on password_links (user_id);

create table terms_versions (
  version text primary key,
  published_at timestamptz not null,
  body_fr text not null,
  body_en text not null
);
create table terms_acceptances (
  user_id uuid not null references users,
  version text not null references terms_versions,
  accepted_at timestamptz not null,
  ip text,
  primary key (user_id, version)
);
create index on terms_acceptances (version);

-- Failed attempts, by key (login and network, login, network): delays grow, nothing locks for good.
create table sign_in_failures (
  key text primary key,
  failures integer not null,
  last_at timestamptz not null,
  delayed_until timestamptz not null
);

-- Rights ----------------------------------------------------------------------------------------------------------------------------

-- Mirrors contract/templates.ts (a test compares both): templates that a universe offers, and those contained in others.
create table template_universes (
  universe text not null,
  template text not null,
  in_main boolean not null,
  primary key (universe, template)
);
create table template_implications (
  template text not null,
  implied text not null,
  primary key (template, implied)
);

create table rights (
  id uuid primary key,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  kind text not null check (kind in ('administrator', 'universe', 'custom')),
  universe text check (universe in ('client', 'ambassador', 'operator', 'carrier')),
  name text not null check (name <> ''),
  templates text[] not null default '{}',
  all_sites boolean not null default true,
  created_at timestamptz not null default app.now(),
  version integer not null default 1,
  check ((kind = 'administrator') = (universe is null))
);
create index on rights (company_id);
create index on rights (ambassador_id);
create index on rights (operator_id);
create unique index on rights (company_id) where kind = 'administrator';
create unique index on rights (company_id, universe) where kind = 'universe';
create unique index on rights (company_id, lower(name));

create table right_sites (
  right_id uuid not null references rights on delete cascade,
  site_id uuid not null references sites,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  primary key (right_id, site_id)
);
create index on right_sites (site_id);
create index on right_sites (company_id);
create index on right_sites (ambassador_id);
create index on right_sites (operator_id);

create table user_rights (
  user_id uuid not null references users,
  right_id uuid not null references rights,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  granted_at timestamptz not null default app.now(),
  primary key (user_id, right_id)
);
create index on user_rights (right_id);
create index on user_rights (company_id);
create index on user_rights (ambassador_id);
create index on user_rights (operator_id);

-- What a user holds, added up: one row per universe, template → "all" or a list of sites. Kept by triggers, read by app.enter().
create table effective_rights (
  user_id uuid not null references users,
  universe text not null,
  company_id uuid not null references companies,
  grants jsonb not null,
  primary key (user_id, universe)
);
create index on effective_rights (company_id);

create function app.refresh_effective_rights(p_user uuid) returns void language plpgsql security definer set search_path = pg_catalog, public, app as $$
begin
  delete from effective_rights where user_id = p_user;
  insert into effective_rights (user_id, universe, company_id, grants)
  with held as (
    select u.company_id, tu.universe, tu.template, r.all_sites or r.kind <> 'custom' as everywhere, r.id as right_id
    from users u
    join companies c on c.id = u.company_id
    join user_rights ur on ur.user_id = u.id
    join rights r on r.id = ur.right_id
    join template_universes tu on tu.universe = any (c.universes)
      and case r.kind
        when 'administrator' then true
        when 'universe' then tu.universe = r.universe and tu.in_main
        else tu.universe = r.universe and tu.template = any (r.templates)
      end
    where u.id = p_user
  ), closed as (
    select company_id, universe, template, everywhere, right_id from held
    union
    select h.company_id, h.universe, i.implied, h.everywhere, h.right_id from held h join template_implications i on i.template = h.template
  ), summed as (
    select c.company_id, c.universe, c.template, bool_or(c.everywhere) as everywhere,
      coalesce(jsonb_agg(distinct rs.site_id) filter (where rs.site_id is not null), '[]') as sites
    from closed c left join right_sites rs on rs.right_id = c.right_id and not c.everywhere
    group by 1, 2, 3
  )
  select p_user, universe, company_id, jsonb_object_agg(template, case when everywhere then '"all"'::jsonb else sites end)
  from summed group by universe, company_id;
  update users set is_administrator = exists (
    select from user_rights ur join rights r on r.id = ur.right_id where ur.user_id = p_user and r.kind = 'administrator'
  ) where id = p_user;
end $$;

create function app.refresh_after_user_right() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
begin
  perform app.refresh_effective_rights(coalesce(new.user_id, old.user_id));
  return null;
end $$;
create trigger refresh_effective_rights after insert or delete on user_rights for each row execute function app.refresh_after_user_right();

create function app.refresh_after_right() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
begin
  perform app.refresh_effective_rights(user_id) from user_rights where right_id = new.id;
  return null;
end $$;
create trigger refresh_effective_rights after update on rights for each row execute function app.refresh_after_right();

create function app.refresh_after_right_site() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
begin
  perform app.refresh_effective_rights(user_id) from user_rights where right_id = coalesce(new.right_id, old.right_id);
  return null;
end $$;
create trigger refresh_effective_rights after insert or delete on right_sites for each row execute function app.refresh_after_right_site();

create function app.refresh_after_company() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
begin
  perform app.refresh_effective_rights(id) from users where company_id = new.id;
  return null;
end $$;
create trigger refresh_effective_rights after update of universes on companies for each row execute function app.refresh_after_company();

-- Activity ----------------------------------------------------------------------------------------------------------------------------

create table activity (
  id uuid primary key,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_id uuid references sites,
  at timestamptz not null default app.now(),
  actor_user_id uuid references users,
  actor_name text not null,
  actor_company_id uuid references companies,
  -- The company on whose behalf the actor worked, when it is not theirs: « A pour B ».
  on_behalf_of text,
  universe text,
  ip text,
  action text not null,
  object_kind text not null,
  object_reference text,
  object_label text,
  before jsonb,
  after jsonb,
  request_id text
);
create index on activity (company_id, at desc, id desc);
create index on activity (ambassador_id, at desc, id desc);
create index on activity (operator_id, at desc, id desc);
create index on activity (at desc, id desc);
create index on activity (site_id);
create index on activity (actor_user_id);
create index on activity (actor_company_id);

-- Answers given to idempotent requests, kept a day.
create table idempotency_keys (
  user_id uuid not null references users,
  key text not null,
  request_hash bytea not null,
  status integer,
  answer jsonb,
  created_at timestamptz not null,
  primary key (user_id, key)
);
create index on idempotency_keys (created_at);

do $$
declare t text;
begin
  foreach t in array array['company_proposals', 'sites', 'contacts', 'payment_details', 'users', 'rights', 'right_sites', 'user_rights', 'activity'] loop
    execute format('create trigger stamp_partner before insert on %I for each row execute function app.stamp_partner()', t);
  end loop;
end $$;

-- Row security ------------------------------------------------------------------------------------------------------------------------

-- The tenant policies of a table, one per role. p_site is the column that a right limited to sites is compared with, if the table has one.
create function app.protect(p_table text, p_site text default null) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', p_table);
  execute format('create policy client on %I to {{u_client}}, {{u_end_client}} using (company_id = (select app.company_id()))', p_table);
  execute format('create policy ambassador on %I to {{u_ambassador}} using (ambassador_id = (select app.company_id()))', p_table);
  execute format('create policy operator on %I to {{u_operator}} using (operator_id = (select app.company_id()))', p_table);
  execute format('create policy carrier on %I to {{u_carrier}} using (true)', p_table);
  execute format('create policy worker on %I to {{worker}} using (true)', p_table);
  execute format('create policy identity on %I to {{identity}} using (true)', p_table);
  if p_site is not null then
    execute format(
      'create policy sites on %I as restrictive to {{u_client}}, {{u_end_client}} using ((select app.all_sites()) or %I = any ((select app.site_ids())::uuid[]))',
      p_table, p_site);
  end if;
end $$;

select app.protect('companies');
select app.protect('company_proposals');
select app.protect('sites', 'id');
select app.protect('contacts', 'site_id');
select app.protect('payment_details', 'site_id');
select app.protect('users', 'site_id');
select app.protect('rights');
select app.protect('right_sites');
select app.protect('user_rights');
select app.protect('activity', 'site_id');

-- Tables of one kind of reader only: no customer's role has any grant on them.
do $$
declare t text;
begin
  foreach t in array array['company_notes'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy carrier on %I to {{u_carrier}}, {{worker}} using (true)', t);
  end loop;
  foreach t in array array['credentials', 'sessions', 'factors', 'backup_codes', 'challenges', 'password_links', 'terms_acceptances', 'sign_in_failures'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy identity on %I to {{identity}}, {{worker}} using (true)', t);
    execute format('grant select, insert, update, delete on %I to {{identity}}, {{worker}}', t);
  end loop;
end $$;
alter table effective_rights enable row level security;
create policy client on effective_rights to {{u_client}}, {{u_end_client}} using (company_id = (select app.company_id()));
create policy partner on effective_rights to {{u_ambassador}}, {{u_operator}}
  using (exists (select from users u where u.id = effective_rights.user_id));
create policy staff on effective_rights to {{u_carrier}}, {{identity}}, {{worker}} using (true);
alter table idempotency_keys enable row level security;
create policy own on idempotency_keys to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}} using (user_id = (select app.user_id()));
create policy technique on idempotency_keys to {{worker}}, {{identity}} using (true);

grant select on companies, company_proposals, sites, contacts, users, rights, right_sites, user_rights, effective_rights, activity
  to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{identity}}, {{worker}};
grant select on template_universes, template_implications, terms_versions
  to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{identity}}, {{worker}};

-- Companies: a customer edits the sheet, never its identity, its state or its guarantees.
grant update (comment, website, phone, ape_code, size, einvoicing_address, email_sales, email_technical, email_order_desk, email_administrative, second_factor_required, version)
  on companies to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}};
grant insert (id, ambassador_id, operator_id, universes, name, siren, vat_number, ape_code, size, legal_form, einvoicing_address, comment, website, phone,
  email_sales, email_technical, email_order_desk, email_administrative)
  on companies to {{u_ambassador}}, {{u_operator}};
-- A partner creates plain clients of its own, never a company with another universe.
create policy plain_clients on companies as restrictive for insert to {{u_ambassador}}, {{u_operator}} with check (universes = array['client']);
grant insert, update on companies to {{u_carrier}}, {{worker}};
grant select, insert, update, delete on company_notes to {{u_carrier}}, {{worker}};
grant insert, update (state, answer, answered_at) on company_proposals to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{worker}};
grant usage on sequence company_number_seq, login_number_seq, mandate_number_seq
  to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{worker}};

grant insert, update (name, is_head_office, state, closed_on, siret, street, complement, postcode, commune_code, city, country, phone, opening_hours, onsite_contact_id, version)
  on sites to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{worker}};
grant insert, update (site_id, first_name, last_name, job_title, phone, mobile, email, archived_at, version)
  on contacts to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{worker}}, {{identity}};
grant insert, update (site_id, display_name, state, language) on users to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{worker}};
grant update (display_name, state, language, last_universe, last_sign_in_at) on users to {{identity}}, {{worker}};

-- An IBAN in clear is its owner's and the carrier's; partners read the masked one.
grant select, insert, update on payment_details to {{u_client}}, {{u_end_client}}, {{u_carrier}}, {{worker}};
grant select (id, company_id, ambassador_id, operator_id, site_id, holder_name, iban_masked, bic, billing_name, billing_street, billing_complement,
  billing_postcode, billing_city, billing_country, billing_email, mandate_reference, mandate_scheme, mandate_state, mandate_signed_on, created_at, version)
  on payment_details to {{u_ambassador}}, {{u_operator}};

grant insert, delete, update (name, templates, all_sites, version) on rights to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{worker}};
grant insert, delete on right_sites, user_rights to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{worker}};
grant insert on activity to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{identity}}, {{worker}};
grant select, insert, update, delete on idempotency_keys to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{identity}}, {{worker}};
grant insert, update, delete on template_universes, template_implications, terms_versions to {{worker}};
grant update (ambassador_id, operator_id) on companies, sites, contacts, users, payment_details, rights, right_sites, user_rights, company_proposals to {{worker}};

-- Entering ----------------------------------------------------------------------------------------------------------------------------

-- Reads the session and checks the right. Errors carry codes that the server translates: MY401 no session, MYSTG stage, MY403 right.
create function app.authenticate(
  p_token bytea, p_universe text, p_templates text[], p_at timestamptz,
  out db_role text, out scope jsonb, out company uuid, out person uuid, out everywhere boolean, out sites uuid[], out read_only boolean)
language plpgsql security definer set search_path = pg_catalog, public, app as $$
declare
  s record;
  granted jsonb;
  t text;
begin
  select se.id, se.stage, se.step_up_until, se.view_as_user_id, se.view_as_reason, u.id as user_id, u.login, u.display_name, u.language, u.is_administrator,
      c.id as company_id, c.reference, c.name, c.universes, c.operator_id, er.grants, se.user_id as real_user_id
    into s
    from sessions se
    join users u on u.id = coalesce(se.view_as_user_id, se.user_id)
    join companies c on c.id = u.company_id
    left join effective_rights er on er.user_id = u.id and er.universe = p_universe
    where se.token_hash = p_token and se.revoked_at is null and se.expires_at > p_at and se.last_seen_at > p_at - interval '12 hours'
      and u.state = 'active' and c.state <> 'closed';
  if not found then raise exception 'no session' using errcode = 'MY401'; end if;
  if s.stage <> 'complete' then raise exception '%', s.stage using errcode = 'MYSTG'; end if;
  if not (p_universe = any (s.universes)) then raise exception 'universe' using errcode = 'MY403'; end if;
  granted := coalesce(s.grants, '{}');
  everywhere := false;
  sites := '{}';
  if p_templates is null then
    everywhere := true;
  else
    foreach t in array p_templates loop
      if granted ->> t = 'all' then
        everywhere := true;
      elsif granted ? t then
        sites := sites || array(select jsonb_array_elements_text(granted -> t)::uuid);
      end if;
    end loop;
    if not everywhere and cardinality(sites) = 0 then raise exception 'right' using errcode = 'MY403'; end if;
  end if;
  read_only := s.view_as_user_id is not null;
  company := s.company_id;
  person := s.user_id;
  db_role := case p_universe
    when 'carrier' then '{{u_carrier}}'
    when 'ambassador' then '{{u_ambassador}}'
    when 'operator' then '{{u_operator}}'
    else case when s.operator_id is not null and s.operator_id <> s.company_id then '{{u_end_client}}' else '{{u_client}}' end
  end;
  scope := jsonb_build_object('sessionId', s.id, 'userId', s.user_id, 'realUserId', s.real_user_id, 'login', s.login, 'actorName', s.display_name, 'language', s.language,
    'companyId', s.company_id, 'companyReference', s.reference, 'companyName', s.name, 'isAdministrator', s.is_administrator,
    'grants', granted, 'stepUpUntil', s.step_up_until, 'readOnly', read_only);
end $$;
revoke all on function app.authenticate(bytea, text, text[], timestamptz) from public;
grant execute on function app.authenticate(bytea, text, text[], timestamptz) to {{customers}}, {{staff}};

-- Takes the role: an invoker function, since PostgreSQL refuses `set role` inside a security definer. Returns what the request knows of its caller.
create function app.enter(p_token bytea, p_universe text, p_templates text[], p_at timestamptz) returns jsonb language plpgsql as $$
declare a record;
begin
  select * into a from app.authenticate(p_token, p_universe, p_templates, p_at);
  perform set_config('app.now', p_at::text, true), set_config('app.company_id', a.company::text, true), set_config('app.user_id', a.person::text, true),
    set_config('app.all_sites', a.everywhere::text, true), set_config('app.site_ids', a.sites::text, true),
    set_config('role', a.db_role, true);
  if a.read_only then perform set_config('transaction_read_only', 'on', true); end if;
  return a.scope || jsonb_build_object('dbRole', a.db_role, 'allSites', a.everywhere, 'siteIds', to_jsonb(a.sites));
end $$;
revoke all on function app.enter(bytea, text, text[], timestamptz) from public;
grant execute on function app.enter(bytea, text, text[], timestamptz) to {{customers}}, {{staff}};
revoke all on function app.refresh_effective_rights(uuid) from public;
revoke all on function app.protect(text, text) from public;
