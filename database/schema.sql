-- The database as the migrations and the routines leave it, written by scripts/schema.ts. Run on an empty database it makes the same catalogue, with
-- roles that carry no installation's prefix; the portal itself is installed by its command, which brings the queue's schema too.

do $$ begin
  if not exists (select from pg_roles where rolname = 'customers') then create role customers login noinherit; end if;
  if not exists (select from pg_roles where rolname = 'identity') then create role identity login noinherit; end if;
  if not exists (select from pg_roles where rolname = 'staff') then create role staff login noinherit; end if;
  if not exists (select from pg_roles where rolname = 'u_ambassador') then create role u_ambassador nologin noinherit; end if;
  if not exists (select from pg_roles where rolname = 'u_carrier') then create role u_carrier nologin noinherit; end if;
  if not exists (select from pg_roles where rolname = 'u_client') then create role u_client nologin noinherit; end if;
  if not exists (select from pg_roles where rolname = 'u_end_client') then create role u_end_client nologin noinherit; end if;
  if not exists (select from pg_roles where rolname = 'u_operator') then create role u_operator nologin noinherit; end if;
  if not exists (select from pg_roles where rolname = 'worker') then create role worker login noinherit; end if;
end $$;
create schema app;
revoke all on schema public from public;
grant usage on schema app to customers, identity, staff, u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
grant usage on schema public to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
create extension btree_gist with schema public;
create extension pg_trgm with schema public;
create extension unaccent with schema public;

-- What functions name is made later.
set check_function_bodies = off;

create domain language as text constraint language_check CHECK ((VALUE = ANY (ARRAY['fr'::text, 'en'::text])));
create domain notice_unit as text constraint notice_unit_check CHECK ((VALUE = ANY (ARRAY['day'::text, 'month'::text])));
create domain order_kind as text constraint order_kind_check CHECK ((VALUE = ANY (ARRAY['creation'::text, 'addition'::text, 'modification'::text, 'termination'::text])));
create domain order_state as text constraint order_state_check CHECK ((VALUE = ANY (ARRAY['awaiting_client'::text, 'submitted'::text, 'in_delivery'::text, 'delivered'::text, 'cancelled_by_client'::text, 'cancelled'::text, 'impossible'::text])));
create domain service_state as text constraint service_state_check CHECK ((VALUE = ANY (ARRAY['active'::text, 'closed'::text])));
create domain step_actor as text constraint step_actor_check CHECK ((VALUE = ANY (ARRAY['carrier'::text, 'client'::text, 'partner'::text, 'infrastructure'::text])));
create domain universe as text constraint universe_check CHECK ((VALUE = ANY (ARRAY['client'::text, 'ambassador'::text, 'operator'::text, 'carrier'::text])));
create sequence accountcode_number_seq start 100000;
create sequence company_number_seq start 100;
create sequence import_number_seq start 1;
create sequence login_number_seq start 100;
create sequence mandate_number_seq start 1;
create sequence order_number_seq start 100;
create sequence service_number_seq start 1000;
create sequence subscription_number_seq start 100;

CREATE OR REPLACE FUNCTION app.add_job(p_identifier text, p_payload json, p_job_key text DEFAULT NULL::text, p_run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, p_max_attempts integer DEFAULT 25)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
-- Enqueues a job in the caller's transaction: it exists if and only if the transaction commits. The queue's own schema is closed to every
-- universe; this is the only way in. A payload holds identifiers: what the job may do is decided by the rows that the worker then reads.
-- Kinds that begin with « carrier. » are refused to customers. p_run_at is the machine's time, for retries and delays; what is due at a
-- business date is found by a periodic job on the portal's clock.
begin
  if p_identifier !~ '^[a-z][a-z0-9_.-]{1,62}$' then raise exception 'unknown kind of job'; end if;
  if octet_length(p_payload::text) > 65536 or json_typeof(p_payload) <> 'object' then raise exception 'a job takes a small object of identifiers'; end if;
  if p_identifier like 'carrier.%' and (session_user in ('customers', 'identity')) then
    raise exception 'this kind of job is the carrier''s' using errcode = '42501';
  end if;
  perform graphile_worker.add_job(
    identifier => p_identifier, payload => p_payload, run_at => p_run_at, max_attempts => p_max_attempts, job_key => p_job_key,
    flags => case when app.is_restored() then array['restored'] end);
end $function$
;
CREATE OR REPLACE FUNCTION app.all_sites()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select current_setting('app.all_sites')::boolean $function$
;
CREATE OR REPLACE FUNCTION app.announce_progress()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('portal_events', json_build_object(
    'topic', 'bulk-runs', 'audience', json_build_object('userId', new.user_id), 'ids', json_build_array(new.id))::text);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app.assign_partner(p_company uuid, p_ambassador uuid, p_operator uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
-- Gives a company and its living rows another partner; events keep the partner of their time. What is over keeps who paid it: only living contracts,
-- running orders and pending terminations are charged to another. An ambassador that comes reads what its client paid itself.
declare
  t text;
  payer uuid := coalesce(nullif(p_operator, p_company), p_company);
begin
  update companies set ambassador_id = p_ambassador, operator_id = p_operator, version = version + 1 where id = p_company;
  foreach t in array array['sites', 'contacts', 'users', 'rights', 'right_sites', 'user_rights', 'payment_details', 'company_proposals',
    'notification_preferences', 'contact_subscriptions', 'company_notification_addresses', 'files'] loop
    execute format('update %I set ambassador_id = $1, operator_id = $2 where company_id = $3', t) using p_ambassador, p_operator, p_company;
  end loop;
  foreach t in array array['baskets', 'basket_lines', 'subscriptions', 'orders', 'order_batches', 'order_items', 'order_steps', 'order_comments',
    'order_amendments', 'commerce_documents', 'commitments', 'services', 'accountcodes', 'terminations', 'purchase_requests'] loop
    execute format('update %I set ambassador_id = $1, operator_id = $2 where company_id = $3', t)
      using nullif(p_ambassador, p_company), nullif(p_operator, p_company), p_company;
  end loop;
  update orders set payer_id = payer where company_id = p_company and state in ('awaiting_client', 'submitted', 'in_delivery');
  update subscriptions set payer_id = payer, payer_reference = (select reference from companies where id = payer) where company_id = p_company;
  foreach t in array array['order_item_amounts', 'order_amendment_amounts'] loop
    execute format('update %I a set payer_id = o.payer_id from orders o where o.id = a.order_id and a.company_id = $1', t) using p_company;
  end loop;
  update termination_amounts a set payer_id = payer from terminations o
    where o.id = a.termination_id and a.company_id = p_company and o.state = 'pending';
  update subscription_prices a set payer_id = payer from subscriptions s
    where s.id = a.subscription_id and a.company_id = p_company and s.state not in ('terminated', 'abandoned');
  update commitment_amounts a set payer_id = payer from commitments o join subscriptions s on s.id = o.subscription_id
    where o.id = a.commitment_id and a.company_id = p_company and s.state not in ('terminated', 'abandoned');
  foreach t in array array['subscription_prices', 'commitment_amounts', 'order_item_amounts', 'order_amendment_amounts', 'termination_amounts'] loop
    execute format('update %I set ambassador_id = case when payer_id = company_id then $1 end where company_id = $2', t)
      using nullif(p_ambassador, p_company), p_company;
  end loop;
end $function$
;
CREATE OR REPLACE FUNCTION app.at(p_at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
AS $function$ select set_config('app.now', p_at::text, true) $function$
;
CREATE OR REPLACE FUNCTION app.authenticate(p_token bytea, p_universe text, p_templates text[], p_at timestamp with time zone, OUT db_role text, OUT scope jsonb, OUT company uuid, OUT person uuid, OUT everywhere boolean, OUT sites uuid[], OUT read_only boolean)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
-- Reads the session and checks the right. Errors carry codes that the server translates: MY401 no session, MYSTG stage, MY403 right.
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
  -- « Voir comme » lasts no longer than the right to it.
  if s.view_as_user_id is not null and not exists (
    select from users staff join companies house on house.id = staff.company_id join effective_rights held on held.user_id = staff.id
    where staff.id = s.real_user_id and staff.state = 'active' and house.state <> 'closed' and held.universe = 'carrier'
      and held.grants ?| array['carrier.administer', 'carrier.support'])
  then raise exception 'right' using errcode = 'MY403'; end if;
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
    when 'carrier' then 'u_carrier'
    when 'ambassador' then 'u_ambassador'
    when 'operator' then 'u_operator'
    else case when s.operator_id is not null and s.operator_id <> s.company_id then 'u_end_client' else 'u_client' end
  end;
  scope := jsonb_build_object('sessionId', s.id, 'userId', s.user_id, 'realUserId', s.real_user_id, 'login', s.login, 'actorName', s.display_name, 'language', s.language,
    'companyId', s.company_id, 'companyReference', s.reference, 'companyName', s.name, 'isAdministrator', s.is_administrator,
    'grants', granted, 'stepUpUntil', s.step_up_until, 'readOnly', read_only);
end $function$
;
CREATE OR REPLACE FUNCTION app.check_sites()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if exists (select from unnest(new.site_ids) named (id) where not exists (select from sites s where s.id = named.id and s.company_id = new.company_id)) then
    raise exception 'a site of another company' using errcode = '23503';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.company_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select current_setting('app.company_id')::uuid $function$
;
CREATE OR REPLACE FUNCTION app.copy_head_office()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update companies set head_postcode = new.postcode, head_city = new.city where id = new.company_id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app.demand_second_factor()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
-- A second factor is required from the moment the company says so, also of those who are signed in without one.
begin
  update sessions s set stage = 'enrol_second_factor', step_up_until = null from users u
    where u.company_id = new.id and s.user_id = u.id and s.revoked_at is null and s.stage in ('complete', 'accept_terms')
      and not exists (select from factors f where f.user_id = u.id and f.confirmed_at is not null);
  perform pg_notify('portal_events', json_build_object('topic', 'session', 'audience', json_build_object('companyId', new.id), 'ids', '[]'::json)::text);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app.end_links_of_former_address()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
-- Links that set a password were mailed to the former address: they die with it, whoever corrects it.
begin
  update password_links l set used_at = app.now() from users u where u.contact_id = new.id and l.user_id = u.id and l.used_at is null;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app.end_sessions_of_suspended()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
-- A suspension ends the person's sessions at once, and those that look at the portal as them. A notification is short: told without ids, it reaches
-- every stream of the suspended person.
begin
  update sessions set revoked_at = app.now() where revoked_at is null and (user_id = new.id or view_as_user_id = new.id);
  update password_links set used_at = app.now() where user_id = new.id and used_at is null;
  perform pg_notify('portal_events', json_build_object('topic', 'session.revoked', 'audience', json_build_object('userId', new.id), 'ids', '[]'::json)::text);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app.enqueue_mail(p_id uuid, p_message_id text, p_company_id uuid, p_user_id uuid, p_to_address text, p_login text, p_template text, p_language text, p_subject text, p_parameters bytea, p_unsubscribe_url text, p_content jsonb, p_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
-- Queues a mail in the caller's transaction, with what staff may read of it, and wakes the sender up once per transaction. No universe writes the
-- table itself; the parameters are sealed with SECRET_KEY for this very id, so that a forged row cannot be rendered.
begin
  insert into public.mails (id, message_id, company_id, user_id, to_address, login, template, language, subject, parameters, unsubscribe_url,
    content, next_attempt_at, created_at, updated_at)
  values (p_id, p_message_id, p_company_id, p_user_id, p_to_address, p_login, p_template, p_language, p_subject, p_parameters,
    p_unsubscribe_url, p_content, p_at, p_at, p_at);
  -- Local to the transaction, and undone with the savepoint that would undo the job.
  if current_setting('app.mails_woken', true) is distinct from pg_current_xact_id()::text then
    perform app.add_job('send-mail', '{}'::json);
    perform set_config('app.mails_woken', pg_current_xact_id()::text, true);
  end if;
end $function$
;
CREATE OR REPLACE FUNCTION app.enter(p_token bytea, p_universe text, p_templates text[], p_at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
-- Takes the role: an invoker function, since PostgreSQL refuses `set role` inside a security definer. Returns what the request knows of its caller.
declare a record;
begin
  select * into a from app.authenticate(p_token, p_universe, p_templates, p_at);
  perform set_config('app.now', p_at::text, true), set_config('app.company_id', a.company::text, true), set_config('app.user_id', a.person::text, true),
    set_config('app.all_sites', a.everywhere::text, true), set_config('app.site_ids', a.sites::text, true),
    set_config('role', a.db_role, true);
  if a.read_only then perform set_config('transaction_read_only', 'on', true); end if;
  return a.scope || jsonb_build_object('dbRole', a.db_role, 'allSites', a.everywhere, 'siteIds', to_jsonb(a.sites));
end $function$
;
CREATE OR REPLACE FUNCTION app.every_notification_category()
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
-- The mask of every category that exists.
  select 255
$function$
;
CREATE OR REPLACE FUNCTION app.failing_addresses(p_company uuid)
 RETURNS TABLE(address text, reason text, failed_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
-- Addresses of a company whose last mail was refused. Carries the tenant's condition itself: mails are the carrier's.
  select f.to_address, f.last_error, f.updated_at
  from (
    select distinct on (lower(m.to_address)) m.to_address, m.last_error, m.updated_at
    from mails m
    where m.company_id = p_company and m.created_at > app.now() - interval '90 days' and m.state = 'failed'
      and (app.company_id() in (m.company_id, m.ambassador_id, m.operator_id) or session_user = 'staff')
      -- Taken since: the address works again.
      and not exists (
        select from mails later
        where later.company_id = p_company and lower(later.to_address) = lower(m.to_address) and later.state = 'sent' and later.created_at > m.created_at)
    order by lower(m.to_address), m.created_at desc
  ) f
  order by f.to_address
  limit 100
$function$
;
CREATE OR REPLACE FUNCTION app.fold(p text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
-- Lower case, no accents, punctuation as spaces.
  select btrim(regexp_replace(lower(public.unaccent(coalesce(p, ''))), '[^a-z0-9]+', ' ', 'g'))
$function$
;
CREATE OR REPLACE FUNCTION app.folded_name(p_text text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'pg_catalog', 'public'
AS $function$
-- foldText() of text-fold.ts. Immutable as long as the unaccent rules are.
  select btrim(regexp_replace(translate(lower(public.unaccent('public.unaccent'::regdictionary, p_text)), '''’‘‛ʼ´`′_-‐‑‒–—', repeat(' ', 15)), '\s+', ' ', 'g'))
$function$
;
CREATE OR REPLACE FUNCTION app.folded_person(p_text text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'pg_catalog', 'public'
AS $function$
-- Immutable as long as the unaccent rules are.
  select btrim(regexp_replace(translate(lower(public.unaccent('public.unaccent'::regdictionary, p_text)), '''’-', '   '), '\s+', ' ', 'g'))
$function$
;
CREATE OR REPLACE FUNCTION app.follow_contact()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
-- A person with access is shown and limited like their contact: the login follows, whoever changes the contact.
begin
  update users set display_name = btrim(concat_ws(' ', new.first_name, new.last_name)), site_id = new.site_id where contact_id = new.id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app.follow_steps(p_orders uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
-- What lists show of an order's steps, written on the order.
  update orders o set steps_total = s.total, steps_done = s.done, next_due_on = s.due, next_step_id = s.next_id, blocked_step_id = s.blocked_id,
    next_due_by = s.due_by, steps_end_on = s.ends, waits_for = s.waits_for
  from (
    select i.id, count(st.id) as total, count(*) filter (where st.state in ('done', 'skipped')) as done,
      min(st.planned_on) filter (where st.state not in ('done', 'skipped')) as due,
      (array_agg(st.id order by st.state = 'blocked' desc, st.state = 'in_progress' desc, st.position) filter (where st.state not in ('done', 'skipped')))[1] as next_id,
      (array_agg(st.id order by st.position) filter (where st.state = 'blocked'))[1] as blocked_id,
      (array_agg(coalesce(st.blocked_by, st.actor) order by st.planned_on, st.position)
        filter (where st.planned_on is not null and st.state not in ('done', 'skipped')))[1] as due_by,
      case when bool_and(st.planned_on is not null) filter (where st.state not in ('done', 'skipped'))
        then max(st.planned_on) filter (where st.state not in ('done', 'skipped')) end as ends,
      (array_agg(coalesce(st.blocked_by, st.actor) order by st.state = 'blocked' desc, st.state = 'in_progress' desc, st.position)
        filter (where st.state not in ('done', 'skipped')))[1] as waits_for
    from unnest(p_orders) as i (id) left join order_steps st on st.order_id = i.id
    group by i.id
  ) s
  where o.id = s.id
    and (o.steps_total, o.steps_done, o.next_due_on, o.next_step_id, o.blocked_step_id, o.next_due_by, o.steps_end_on, o.waits_for)
      is distinct from (s.total::integer, s.done::integer, s.due, s.next_id, s.blocked_id, s.due_by, s.ends, s.waits_for)
$function$
;
CREATE OR REPLACE FUNCTION app.freeze_offer_version(p_version uuid, p_at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
-- A version is frozen by an order that takes it, whoever of the customers says so.
  update offer_versions set first_ordered_at = p_at
  where id = p_version and first_ordered_at is null and state = 'published'
    and (session_user <> 'customers' or exists (select from orders o where o.offer_version_id = p_version))
$function$
;
CREATE OR REPLACE FUNCTION app.hold_restored_mail()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
-- A mail that restored work writes may have been sent already: it is kept as « uncertain », and goes when the carrier's staff say so.
begin
  if app.is_restored() then
    new.state := 'uncertain';
    new.last_error := 'restored';
    new.next_attempt_at := null;
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.index_for_search()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
-- The entry of the row that was written; the trigger's argument is its kind.
begin
  delete from search_words where entry_id = new.id;
  insert into search_entries (id, kind, company_id, ambassador_id, operator_id, site_id, reference, company_reference, label, sublabel, words, label_fold)
    select id, kind, company_id, ambassador_id, operator_id, site_id, reference, company_reference, label, sublabel, words, app.fold(label)
    from search_sources where id = new.id and kind = tg_argv[0]
    on conflict (id) do update set ambassador_id = excluded.ambassador_id, operator_id = excluded.operator_id, site_id = excluded.site_id,
      label = excluded.label, sublabel = excluded.sublabel, words = excluded.words, label_fold = excluded.label_fold;
  if found then
    insert into search_words (word, entry_id, company_id, ambassador_id, operator_id)
      select unnest(words), id, company_id, ambassador_id, operator_id from search_entries where id = new.id;
  else
    delete from search_entries where id = new.id;
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app.is_noise(p text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
-- Words too common in names and addresses to find anything by.
  select length(p) < 2 or p in ('de', 'du', 'des', 'la', 'le', 'les', 'et', 'rue', 'avenue', 'boulevard', 'place', 'chemin', 'allee', 'quai', 'impasse', 'cours')
$function$
;
CREATE OR REPLACE FUNCTION app.is_restored()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
-- Work that a restored backup held unfinished. Whoever ran before may have done it after the backup was taken: it is done again, but nothing of it
-- writes to people by itself. A transaction says so by the setting app.is_restored; the jobs that it enqueues inherit it.
  select coalesce(current_setting('app.is_restored', true), '') = 'on'
$function$
;
CREATE OR REPLACE FUNCTION app.keep_consent()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_user in ('u_client', 'u_ambassador', 'u_operator')
    and not (new.long_commitment_waiver and old.state = 'awaiting_client' and new.state = 'submitted') then
    raise exception 'consent is given with the validation' using errcode = '42501';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.keep_for(p_table text, p_policy text, p_roles text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
-- A table of one kind of reader only: no other role has any grant on it.
begin
  execute format('alter table %I enable row level security', p_table);
  execute format('create policy %I on %I to %s using (true)', p_policy, p_table, p_roles);
  execute format('grant select, insert, update, delete on %I to %s', p_table, p_roles);
end $function$
;
CREATE OR REPLACE FUNCTION app.keep_identity()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
-- Its own administrators change the identity of a company, and the carrier; a partner does not.
begin
  -- Asked of customers alone, in a statement of its own: who else writes has no session to read.
  if current_user in ('u_client', 'u_end_client', 'u_ambassador', 'u_operator') then
    if new.id <> app.company_id() or not exists (select from users u where u.id = app.user_id() and u.is_administrator) then
      raise exception 'changed by an administrator of the company' using errcode = '42501';
    end if;
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.keep_ordered_prices()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if exists (select from offer_versions v where v.id = coalesce(old.version_id, new.version_id) and v.first_ordered_at is not null) then
    raise exception 'an ordered version never changes' using errcode = 'MY409';
  end if;
  return coalesce(new, old);
end $function$
;
CREATE OR REPLACE FUNCTION app.keep_ordered_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.first_ordered_at is not null and (new.definition, new.valid_from, new.offer_id, new.number, new.state)
    is distinct from (old.definition, old.valid_from, old.offer_id, old.number, old.state) then
    raise exception 'an ordered version never changes' using errcode = 'MY409';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.keep_to_lifecycle()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
-- Whoever moves a row moves it as its lifecycle says: customers' roles, or the carrier's and the worker's. The owner mends.
declare
  side text := case
    when current_user in ('u_client', 'u_end_client', 'u_ambassador', 'u_operator') then 'customer'
    when current_user in ('u_carrier', 'worker') then 'carrier'
  end;
  its_kind text := '';
begin
  if tg_table_name = 'orders' then its_kind := new.kind; end if;
  if side is not null and not exists (
    select from allowed_moves m
    where m.table_name = tg_table_name and m.actor = side and m.from_state = old.state and m.to_state = new.state and m.kind = its_kind)
  then
    raise exception 'not a move of the %', side using errcode = '42501', detail = format('%s: %s to %s', tg_table_name, old.state, new.state);
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.keep_to_payer()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
-- Among customers, who pays validates.
begin
  if current_user in ('u_client', 'u_end_client', 'u_ambassador', 'u_operator')
    and (current_user = 'u_ambassador' or app.company_id() <> old.payer_id) then
    raise exception 'validated by who pays' using errcode = '42501';
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.kept_entries(p_universe text)
 RETURNS TABLE(kind text, reference text, company_reference text, label text, sublabel text, seen_at timestamp with time zone, favourite boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
-- What the caller opened or marked, of what the search's entries tell of: read again within its tenant and the sites of its right, so that what was
-- lost from sight is gone from here.
declare
  tenant_column text := app.search_tenant();
begin
  return query execute format($q$
    select e.kind, e.reference, e.company_reference, e.label, e.sublabel, k.seen_at, k.favoured_at is not null
    from kept_objects k join search_entries e on e.reference = k.reference and e.kind = k.kind
    where k.user_id = $1 and k.universe = $2 %s and ($4 or e.site_id = any ($5))
    order by greatest(k.seen_at, k.favoured_at) desc
  $q$, case when tenant_column is null then '' else format('and e.%I = $3', tenant_column) end)
  using app.user_id(), p_universe, app.company_id(), app.all_sites() or tenant_column is distinct from 'company_id', app.site_ids();
end $function$
;
CREATE OR REPLACE FUNCTION app.move_contracts()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update subscriptions set city = new.city where site_id = new.id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app.note_mails(p_worker text, p_at timestamp with time zone, p_leaving uuid[], p_results json)
 RETURNS uuid[]
 LANGUAGE plpgsql
 SET search_path TO 'public', 'app', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
-- Writes down what became of some mails, and that others are about to leave.
-- Returns those that may: still their worker's, neither sent nor given up meanwhile.
declare
  v_leaving uuid[];
  v_mail_id uuid;
  v_run_at timestamptz;
begin
  if json_array_length(p_results) > 0 then
    for v_mail_id, v_run_at in
      with settled as (
        update mails m set state = t.state, parameters = case when t.state = 'sent' then null else m.parameters end, attempts = m.attempts + 1,
          sender = case when t.state = 'queued' then null else m.sender end, last_error = t.reason, next_attempt_at = t.again,
          sent_at = case when t.state = 'sent' then p_at end, updated_at = p_at
        from json_to_recordset(p_results) as t (id uuid, state text, outcome text, reason text, again timestamptz, run_at timestamptz)
        where m.id = t.id and m.sender = p_worker and m.state not in ('sent', 'failed')
        returning m.id, m.company_id, t.outcome, t.reason, t.run_at
      ), logged as (
        insert into mail_attempts (mail_id, at, company_id, outcome, reason) select id, p_at, company_id, outcome, reason from settled
      )
      select id, run_at from settled where run_at is not null
    loop
      perform app.add_job('send-mail', json_build_object('mailId', v_mail_id), 'mail:' || v_mail_id, v_run_at);
    end loop;
  end if;
  if cardinality(p_leaving) > 0 then
    with leaving as (
      update mails m set state = 'sending', updated_at = p_at from unnest(p_leaving) as t (id)
      where m.id = t.id and m.sender = p_worker and m.state not in ('sent', 'failed', 'uncertain') returning m.id
    )
    select array_agg(id) into v_leaving from leaving;
  end if;
  return coalesce(v_leaving, '{}');
end $function$
;
CREATE OR REPLACE FUNCTION app.now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select current_setting('app.now')::timestamptz $function$
;
CREATE OR REPLACE FUNCTION app.onsite_contact(p_site uuid, OUT id uuid, OUT name text, OUT phone text)
 RETURNS record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
-- The on-site contact of a site, when the order names nobody: its name and telephone go to the order, whoever orders.
  select c.id, btrim(c.first_name || ' ' || c.last_name), coalesce(c.mobile, c.phone)
  from sites s join contacts c on c.id = s.onsite_contact_id and c.archived_at is null and c.company_id = s.company_id
  where s.id = p_site
    and ((select app.company_id()) in (s.company_id, s.ambassador_id, s.operator_id) or current_setting('role') = 'u_carrier')
    and ((select app.all_sites()) or s.id = any ((select app.site_ids())::uuid[]))
$function$
;
CREATE OR REPLACE FUNCTION app.ordering_block(p_company uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
-- Why a company that the caller sees may not order: itself or who pays is blocked. Its operator's state is not told to the client itself.
  select case
    when c.state <> 'active' then 'company_inactive'
    when c.financial_state = 'blocked' then 'company_blocked'
    when (o.financial_state = 'blocked' or o.state <> 'active') and current_setting('role') <> 'u_end_client' then 'payer_blocked'
  end
  from companies c left join companies o on o.id = nullif(c.operator_id, c.id)
  where c.id = p_company
    and (current_setting('role') = 'u_carrier' or session_user = 'worker'
      or nullif(current_setting('app.company_id', true), '')::uuid in (c.id, c.ambassador_id, c.operator_id))
$function$
;
CREATE OR REPLACE FUNCTION app.plan_termination()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
-- The order of a termination is planned on the day that the termination says: nobody else writes it there.
begin
  update orders set planned_on = new.effective_on where id = new.order_id and kind = 'termination' and planned_on is distinct from new.effective_on;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app.protect(p_table text, p_site text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
-- The tenant policies of a table, one per role. p_site is the column that a right limited to sites is compared with, if the table has one.
begin
  execute format('alter table %I enable row level security', p_table);
  execute format('create policy client on %I to u_client, u_end_client using (company_id = (select app.company_id()))', p_table);
  execute format('create policy ambassador on %I to u_ambassador using (ambassador_id = (select app.company_id()))', p_table);
  execute format('create policy operator on %I to u_operator using (operator_id = (select app.company_id()))', p_table);
  execute format('create policy carrier on %I to u_carrier using (true)', p_table);
  execute format('create policy worker on %I to worker using (true)', p_table);
  execute format('create policy identity on %I to identity using (true)', p_table);
  if p_site is not null then
    execute format(
      'create policy sites on %I as restrictive to u_client, u_end_client using ((select app.all_sites()) or %I = any ((select app.site_ids())::uuid[]))',
      p_table, p_site);
  end if;
end $function$
;
CREATE OR REPLACE FUNCTION app.protect_amounts(p_table text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
-- Amounts: who pays, and the ambassador who sells at public prices. In its client universe an operator reads its own purchases, not those that it
-- pays for its clients.
begin
  execute format('alter table %I enable row level security', p_table);
  execute format('create policy payer on %I to u_client, u_operator using (payer_id = (select app.company_id()))', p_table);
  execute format('create policy own on %I as restrictive to u_client using (company_id = (select app.company_id()))', p_table);
  execute format('create policy ambassador on %I to u_ambassador using (ambassador_id = (select app.company_id()))', p_table);
  execute format('create policy staff on %I to u_carrier, worker using (true)', p_table);
  execute format('grant select on %I to u_client, u_ambassador, u_operator', p_table);
  execute format('grant select, insert, update on %I to u_carrier, worker', p_table);
end $function$
;
CREATE OR REPLACE FUNCTION app.protect_sites(p_table text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
-- The same, and rights limited to sites compared with an array: an object over several sites is seen from each of them.
begin
  perform app.protect(p_table);
  execute format(
    'create policy sites on %I as restrictive to u_client, u_end_client using ((select app.all_sites()) or site_ids && (select app.site_ids()))', p_table);
end $function$
;
CREATE OR REPLACE FUNCTION app.rebuild_effective_rights()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
-- For everybody, after rows were loaded with the triggers off.
  truncate effective_rights;
  insert into effective_rights (user_id, universe, company_id, grants) select user_id, universe, company_id, grants from held_rights;
  update users u set is_administrator = true from user_rights ur join rights r on r.id = ur.right_id
    where ur.user_id = u.id and r.kind = 'administrator' and not u.is_administrator;
$function$
;
CREATE OR REPLACE FUNCTION app.rebuild_search()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
-- Everything in one go, after rows were loaded with the triggers off. Indexes and keys are made again once the words are there.
declare
  statement text;
  later text[] := array(
    select format('alter table search_words add constraint %I %s', conname, pg_get_constraintdef(oid)) from pg_constraint
      where conrelid = 'search_words'::regclass and contype in ('p', 'f') order by contype desc)
    || array(select pg_get_indexdef(indexrelid) from pg_index where indrelid = 'search_words'::regclass and not indisprimary);
begin
  truncate search_words, search_entries;
  foreach statement in array (
    select array_agg(format('alter table search_words drop constraint %I', conname)) from pg_constraint
      where conrelid = 'search_words'::regclass and contype in ('p', 'f'))
    || array(select format('drop index %s', indexrelid::regclass) from pg_index where indrelid = 'search_words'::regclass and not indisprimary)
  loop
    execute statement;
  end loop;
  insert into search_entries (id, kind, company_id, ambassador_id, operator_id, site_id, reference, company_reference, label, sublabel, words, label_fold)
    select id, kind, company_id, ambassador_id, operator_id, site_id, reference, company_reference, label, sublabel, words, app.fold(label) from search_sources;
  insert into search_words (word, entry_id, company_id, ambassador_id, operator_id)
    select unnest(words), id, company_id, ambassador_id, operator_id from search_entries;
  foreach statement in array later loop
    execute statement;
  end loop;
end $function$
;
CREATE OR REPLACE FUNCTION app.refresh_effective_rights(p_user uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
begin
  delete from effective_rights where user_id = p_user;
  insert into effective_rights (user_id, universe, company_id, grants)
    select user_id, universe, company_id, grants from held_rights where user_id = p_user;
  update users set is_administrator = exists (
    select from user_rights ur join rights r on r.id = ur.right_id where ur.user_id = p_user and r.kind = 'administrator'
  ) where id = p_user;
end $function$
;
CREATE OR REPLACE FUNCTION app.refresh_rights_of()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
-- The trigger's argument is the query of the users who are concerned; $1 is the row.
declare person uuid;
begin
  for person in execute tg_argv[0] using coalesce(new, old) loop
    perform app.refresh_effective_rights(person);
  end loop;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app.release_step()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
-- A step that an order still names cannot go: the order lets go of it first.
begin
  update orders set next_step_id = nullif(next_step_id, old.id), blocked_step_id = nullif(blocked_step_id, old.id)
  where id = old.order_id and old.id in (next_step_id, blocked_step_id);
  return old;
end $function$
;
CREATE OR REPLACE FUNCTION app.rename_on_contracts()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update subscriptions set company_name = new.name where company_id = new.id;
  update orders set company_name = new.name where company_id = new.id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app.resend_mail(p_id uuid, p_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
-- A mail whose delivery failed or is uncertain goes again only when the carrier's staff say so.
begin
  update public.mails set state = 'queued', sender = null, next_attempt_at = p_at, updated_at = p_at
  where id = p_id and state in ('failed', 'uncertain') and parameters is not null;
  if not found then return false; end if;
  perform app.add_job('send-mail', json_build_object('mailId', p_id), 'mail:' || p_id);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION app.respellings(p_text text)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
-- The text with a typing error less in each of its words, as words of the caller's own index are spelled; nearest first. Each spelling is a look at the
-- beginning of a range: it costs the same whatever the number of rows. References and numbers are left alone: one digit off is another one.
declare
  tenant_column text := app.search_tenant();
  tenant uuid := app.company_id();
  probe constant text := format(
    'select first.word from search_words first where %s first.word >= $2 and first.word < $2 || %L order by first.word limit 1',
    case when tenant_column is null then '' else format('first.%I = $1 and', tenant_column) end, U&'\+10FFFF');
  spelled constant text := format(
    'select array(select s from app.spellings($2) s, lateral (%s) met order by met.word = s desc, length(s) desc, s limit 6)', replace(probe, '$2', 's'));
  shortest constant integer := 4;
  most constant integer := 8;
  terms text[] := array(select t from unnest(string_to_array(app.search_text(p_text), ' ')) t where t <> '' limit 6);
  known boolean[] := '{}';
  found boolean;
  near text[];
  texts text[] := array[''];
  single text[] := '{}';
begin
  for at in 1 .. cardinality(terms) loop
    execute format('select exists (%s)', probe) into found using tenant, terms[at];
    known := known || (found or app.is_noise(terms[at]));
  end loop;
  for at in 1 .. cardinality(terms) loop
    near := '{}';
    -- A word that nothing begins with is misspelled; when there is none, any one of them may be.
    if (not known[at] or true = all (known)) and length(regexp_replace(terms[at], '[^a-z]', '', 'g')) >= shortest then
      execute spelled into near using tenant, terms[at];
    end if;
    if not known[at] and cardinality(near) = 0 then return '{}'; end if;
    if known[at] then
      single := single || array(select array_to_string(terms[:at - 1] || n || terms[at + 1:], ' ') from unnest(near) n);
      near := terms[at:at];
    end if;
    texts := array(
      select btrim(t || ' ' || n) from unnest(texts) with ordinality of_text (t, i), unnest(near) with ordinality of_word (n, j) order by i + j limit most);
  end loop;
  return case when true = all (known) then single[:most] else texts end;
end $function$
;
CREATE OR REPLACE FUNCTION app.search(p_text text, p_meant text, p_kinds text[], p_limit integer)
 RETURNS TABLE(kind text, reference text, company_reference text, label text, sublabel text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
-- What the caller finds, best first: by what was typed, then by the reference or number that it may have been meant to be. It carries the tenant
-- predicate itself.
  with typed as materialized (select * from app.search_exactly(p_text, p_kinds, p_limit) with ordinality),
    meant as (select * from app.search_exactly(p_meant, p_kinds, p_limit) with ordinality where id not in (select id from typed))
  select kind, reference, company_reference, label, sublabel from (select 1 as turn, * from typed union all select 2, * from meant) hits
  order by turn, ordinality limit p_limit
$function$
;
CREATE OR REPLACE FUNCTION app.search_exactly(p_text text, p_kinds text[], p_limit integer)
 RETURNS TABLE(id uuid, kind text, reference text, company_reference text, label text, sublabel text)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
-- What the caller finds by beginnings of words, best first. The rarest word leads, and words that are all frequent are intersected in the index, so that
-- no query reads thousands of entries.
declare
  tenant uuid := app.company_id();
  tenant_column text := app.search_tenant();
  folded text := app.search_text(p_text);
  terms text[];
  term text;
  lead text;
  few constant integer := 400;
  many constant integer := 10000;
  matches integer;
  fewest integer;
  others text := '';
  of_tenant text := case when tenant_column is null then '' else format('and w.%I = $2', tenant_column) end;
begin
  terms := array(select distinct case when t ~ '^(oip|e|oc|com)0*[0-9]+$' then regexp_replace(t, '^([a-z]+)0*([0-9]+)$', '\1\2') else t end
    from unnest(string_to_array(folded, ' ')) t where t <> '' and not app.is_noise(t) limit 6);
  if cardinality(terms) = 0 then return; end if;
  lead := terms[1];
  -- The staff look among everybody: several words that begin names are that name, found without intersecting frequent words.
  if tenant_column is null and cardinality(terms) > 1 then
    return query
      select e.id, e.kind, e.reference, e.company_reference, e.label, e.sublabel from (
        select s.* from search_entries s where s.label_fold ^@ folded and s.kind = any (p_kinds) order by s.label_fold limit 100
      ) e
      order by e.label_fold, array_position(array['company', 'user', 'contact', 'site'], e.kind), e.id limit p_limit;
    if found then return; end if;
  end if;
  if cardinality(terms) > 1 then
    foreach term in array terms loop
      execute format('select count(*) from (select from search_words w where w.word ^@ $1 %s limit $3) counted', of_tenant)
        into matches using term, tenant, few + 1;
      if fewest is null or matches < fewest then
        fewest := matches;
        lead := term;
      end if;
    end loop;
    if fewest = 0 then return; end if;
    -- Each of them is frequent: entries that have all of them, from the index alone.
    if fewest > few then
      foreach term in array terms loop
        if term <> lead then
          others := others || format(' and w.entry_id in (select w.entry_id from search_words w where w.word ^@ %L %s limit %s)', term, of_tenant, many);
        end if;
      end loop;
    end if;
  end if;
  return query execute format($q$
    with led as materialized (
      select entry_id, bool_or(exact) as exact from (
        select w.entry_id, (w.word = $1) as exact from search_words w where w.word ^@ $1 %s %s limit $8
      ) first_words group by entry_id
    ), found as (
      select e.kind, e.reference, e.company_reference, e.label, e.sublabel, e.id, l.exact from led l join search_entries e on e.id = l.entry_id
      where e.kind = any ($3)
        and ($4 or e.site_id = any ($5))
        and not exists (select from unnest($6::text[]) t where not exists (select from unnest(e.words) ew where ew ^@ t))
      limit 400
    )
    select f.id, f.kind, f.reference, f.company_reference, f.label, f.sublabel from found f
    order by f.exact desc, array_position(array['company', 'user', 'contact', 'site'], f.kind), f.label, f.id limit $7
  $q$, of_tenant, others)
  using lead, tenant, p_kinds, app.all_sites() or tenant_column is distinct from 'company_id', app.site_ids(), terms, p_limit, few;
end $function$
;
CREATE OR REPLACE FUNCTION app.search_nearly(p_text text, p_kinds text[], p_limit integer)
 RETURNS TABLE(kind text, reference text, company_reference text, label text, sublabel text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
-- What the caller finds by words spelled nearly so, best first; for when what was typed finds little.
declare
  spelled text;
  seen uuid[] := '{}';
  hit record;
begin
  foreach spelled in array app.respellings(p_text) loop
    for hit in select * from app.search_exactly(spelled, p_kinds, p_limit) loop
      continue when hit.id = any (seen);
      seen := seen || hit.id;
      kind := hit.kind;
      reference := hit.reference;
      company_reference := hit.company_reference;
      label := hit.label;
      sublabel := hit.sublabel;
      return next;
      if cardinality(seen) >= p_limit then return; end if;
    end loop;
  end loop;
end $function$
;
CREATE OR REPLACE FUNCTION app.search_tenant()
 RETURNS text
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
-- The column of the words that keeps the caller within its own; null for the staff, who look among everybody. It is the role's, which no statement
-- of the caller can widen.
declare
  tenant_column text := case current_setting('role')
    when 'u_client' then 'company_id' when 'u_end_client' then 'company_id'
    when 'u_ambassador' then 'ambassador_id' when 'u_operator' then 'operator_id' when 'u_carrier' then null else 'none' end;
begin
  if tenant_column = 'none' then raise exception 'no universe' using errcode = 'MY403'; end if;
  return tenant_column;
end $function$
;
CREATE OR REPLACE FUNCTION app.search_text(p_text text)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
-- As texts are compared. An e-mail address is found by what stands before the @; a number typed in groups is one word, and so is a reference.
  select case when folded ~ '^[0-9 ]+$' or folded ~ '^(oip|e|oc|com) [0-9]+$' then replace(folded, ' ', '') else folded end
  from app.fold(split_part(p_text, '@', 1)) folded
$function$
;
CREATE OR REPLACE FUNCTION app.seller_of(p_subscription uuid, OUT kind text, OUT name text, OUT phone text, OUT email text)
 RETURNS record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
-- Who sells and follows a contract, as its client reads it: the partner, or the carrier. A client reads no other company's row.
  select case when p.id is null then 'sales' else 'partner' end, coalesce(p.name, k.name), coalesce(p.phone, k.phone), coalesce(p.email_sales, k.email_sales)
  from subscriptions s left join companies p on p.id = coalesce(s.operator_id, s.ambassador_id)
    left join lateral (select c.name, c.phone, c.email_sales from companies c where c.universes @> array['carrier'] order by c.number limit 1) k on p.id is null
  where s.id = p_subscription
    and ((select app.company_id()) in (s.company_id, s.ambassador_id, s.operator_id) or current_setting('role') = 'u_carrier')
$function$
;
CREATE OR REPLACE FUNCTION app.settle_user_state()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
-- Whoever never chose a password comes back from a suspension as invited.
begin
  if not exists (select from credentials where user_id = new.id) then new.state := 'invited'; end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.site_ids()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select current_setting('app.site_ids')::uuid[] $function$
;
CREATE OR REPLACE FUNCTION app.spellings(p_word text)
 RETURNS SETOF text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
 SET search_path TO 'pg_catalog'
AS $function$
-- What a word may have been meant to be: two letters swapped, one forgotten, wrong or too many.
  with letters (letter) as (select regexp_split_to_table('abcdefghijklmnopqrstuvwxyz', '')), places (at) as (select generate_series(0, length(p_word)))
  select left(p_word, at) || letter || substr(p_word, at + 1) from places, letters
  union select left(p_word, at) || letter || substr(p_word, at + 2) from places, letters where at < length(p_word)
  union select left(p_word, at) || substr(p_word, at + 2) from places where at < length(p_word)
  union select left(p_word, at) || substr(p_word, at + 2, 1) || substr(p_word, at + 1, 1) || substr(p_word, at + 3) from places where at < length(p_word) - 1
  except select p_word
$function$
;
CREATE OR REPLACE FUNCTION app.stamp()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
-- Fills the columns that a row takes from others, so that no writer can forget or forge them. The trigger's argument is the query that reads them,
-- one row, each column under the name that it fills; $1 is the row that is written.
declare
  taken jsonb;
begin
  execute format('select to_jsonb(source) from (%s) source', tg_argv[0]) into strict taken using new;
  return jsonb_populate_record(new, taken);
end $function$
;
CREATE OR REPLACE FUNCTION app.stamp_partner()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
-- Fills the partner columns from the company, so that no writer can forget or forge them. Most rows that are written go through it.
begin
  select c.ambassador_id, c.operator_id into new.ambassador_id, new.operator_id from public.companies c where c.id = new.company_id;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.start_view_as(p_session uuid, p_user uuid, p_reason text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
-- « Voir comme »: makes the caller's own session look as somebody else. The carrier's role has no grant on sessions: this is the only door, and only
-- towards customers.
begin
  if length(btrim(p_reason)) < 10 then raise exception 'reason' using errcode = 'MY403'; end if;
  perform from users u join companies c on c.id = u.company_id
    where u.id = p_user and u.state = 'active' and c.state <> 'closed' and not ('carrier' = any (c.universes));
  if not found then return false; end if;
  -- The confirmation of identity was the carrier's: it must open none of the customer's secrets.
  update sessions set view_as_user_id = p_user, view_as_reason = p_reason, step_up_until = null
    where id = p_session and user_id = app.user_id() and view_as_user_id is null and revoked_at is null;
  return found;
end $function$
;
CREATE OR REPLACE FUNCTION app.steps_written()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  perform app.follow_steps((select array_agg(distinct order_id) from written));
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app.subscribe_administrators(p_user uuid DEFAULT NULL::uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
-- Whoever becomes an administrator starts subscribed to everything, in every universe of the company but the carrier's, where staff choose.
-- Once: what they then untick stays unticked, whatever happens to their rights. A universe that the company gains is a start of its own.
  with administrators as (
    select u.contact_id, u.company_id, c.ambassador_id, c.operator_id, c.universes, p.administrator_since is null as first
    from users u join companies c on c.id = u.company_id
    left join notification_preferences p on p.contact_id = u.contact_id
    where u.is_administrator and (p_user is null or u.id = p_user)
  ), marked as (
    -- The partners are told here as well as by the trigger, which rests while many rows are loaded.
    insert into notification_preferences (contact_id, company_id, ambassador_id, operator_id, administrator_since)
    select contact_id, company_id, ambassador_id, operator_id, app.now() from administrators where first
    on conflict (contact_id) do update set administrator_since = excluded.administrator_since
  )
  insert into contact_subscriptions as s (contact_id, universe, company_id, ambassador_id, operator_id, interface_mask, email_mask)
  select a.contact_id, universe, a.company_id, a.ambassador_id, a.operator_id, app.every_notification_category(), app.every_notification_category()
  from administrators a, unnest(a.universes) universe
  where universe <> 'carrier'
    and (a.first or not exists (select from contact_subscriptions k where k.contact_id = a.contact_id and k.universe = universe))
  on conflict (contact_id, universe) do update
    set interface_mask = excluded.interface_mask, email_mask = excluded.email_mask
$function$
;
CREATE OR REPLACE FUNCTION app.subscribe_administrators_of_company()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
begin
  perform app.subscribe_administrators(id) from users where company_id = new.id and is_administrator;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app.subscribe_new_administrator()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
begin
  perform app.subscribe_administrators(new.id);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app.user_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select current_setting('app.user_id')::uuid $function$
;
CREATE OR REPLACE FUNCTION app.words_of(p_text text, p_references text[], p_phones text[])
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
-- The words under which a text is found: its words, references without padding (OIP-00000002 → oip2), French numbers in national form.
  select coalesce(array_agg(distinct w), '{}') from (
    select unnest(string_to_array(app.fold(p_text), ' ')) as w
    union all
    select regexp_replace(replace(app.fold(r), ' ', ''), '^([a-z]*)0*([0-9]+)$', '\1\2') from unnest(p_references) r where r is not null
    union all
    select regexp_replace(regexp_replace(p, '^\+33', '0'), '[^0-9]', '', 'g') from unnest(p_phones) p where p is not null
  ) all_words where w <> '' and not app.is_noise(w)
$function$
;
CREATE OR REPLACE FUNCTION app.write_accountcode_keys()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
begin
  new.label_key := app.fold(new.label);
  new.partner_code_key := app.fold(new.partner_code);
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.write_contract_keys()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
begin
  new.name_key := app.fold(new.name);
  new.company_key := app.fold(new.company_name);
  new.city_key := app.fold(new.city);
  new.pilot_key := app.fold(new.pilot_name);
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.write_last_pilot()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
-- The list shows the pilot of a contract's last order. A customer who places one may not write the pilot's name: the database takes it from the order,
-- « Aucun » until somebody takes it over. Whoever delivered before stands among the actors of the contract, from its orders.
begin
  if new.last_order_id is distinct from old.last_order_id then
    new.pilot_name := (select o.pilot_name from orders o where o.id = new.last_order_id);
    new.pilot_key := app.fold(new.pilot_name);
  end if;
  return new;
end $function$
;

create table accountcodes (
  id uuid not null,
  number bigint not null default nextval('accountcode_number_seq'::regclass),
  service_id uuid not null,
  subscription_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  site_id uuid not null,
  label text not null default ''::text,
  partner_code text not null default ''::text,
  state service_state not null default 'active'::text,
  version integer not null default 1,
  label_key text collate "C" not null default ''::text,
  partner_code_key text collate "C" not null default ''::text,
  constraint accountcodes_number_key UNIQUE (number),
  constraint accountcodes_service_id_key UNIQUE (service_id),
  constraint accountcodes_pkey PRIMARY KEY (id)
);
CREATE INDEX accountcodes_ambassador_id_label_key_number_idx ON public.accountcodes USING btree (ambassador_id, label_key, number) WHERE (ambassador_id IS NOT NULL);
CREATE INDEX accountcodes_ambassador_id_number_idx ON public.accountcodes USING btree (ambassador_id, number);
CREATE INDEX accountcodes_ambassador_id_partner_code_key_number_idx ON public.accountcodes USING btree (ambassador_id, partner_code_key, number) WHERE (ambassador_id IS NOT NULL);
CREATE INDEX accountcodes_company_id_number_idx ON public.accountcodes USING btree (company_id, number);
CREATE INDEX accountcodes_label_key_number_idx ON public.accountcodes USING btree (label_key, number);
CREATE INDEX accountcodes_operator_id_label_key_number_idx ON public.accountcodes USING btree (operator_id, label_key, number) WHERE (operator_id IS NOT NULL);
CREATE INDEX accountcodes_operator_id_number_idx ON public.accountcodes USING btree (operator_id, number);
CREATE INDEX accountcodes_operator_id_partner_code_key_number_idx ON public.accountcodes USING btree (operator_id, partner_code_key, number) WHERE (operator_id IS NOT NULL);
CREATE INDEX accountcodes_partner_code_key_number_idx ON public.accountcodes USING btree (partner_code_key, number);
CREATE INDEX accountcodes_site_id_idx ON public.accountcodes USING btree (site_id);
CREATE INDEX accountcodes_subscription_id_idx ON public.accountcodes USING btree (subscription_id);

create table activity (
  id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  site_id uuid,
  at timestamp with time zone not null default app.now(),
  actor_user_id uuid,
  actor_name text not null,
  actor_company_id uuid,
  on_behalf_of text,
  universe universe,
  ip text,
  action text not null,
  object_kind text not null,
  object_reference text,
  object_label text,
  before jsonb,
  after jsonb,
  request_id text,
  constraint activity_pkey PRIMARY KEY (id)
);
CREATE INDEX activity_actor_company_id_idx ON public.activity USING btree (actor_company_id);
CREATE INDEX activity_actor_user_id_idx ON public.activity USING btree (actor_user_id);
CREATE INDEX activity_ambassador_id_at_id_idx ON public.activity USING btree (ambassador_id, at DESC, id DESC);
CREATE INDEX activity_at_id_idx ON public.activity USING btree (at DESC, id DESC);
CREATE INDEX activity_company_id_at_id_idx ON public.activity USING btree (company_id, at DESC, id DESC);
CREATE INDEX activity_object_reference_at_idx ON public.activity USING btree (object_reference, at DESC) WHERE (object_kind = 'accountcode'::text);
CREATE INDEX activity_operator_id_at_id_idx ON public.activity USING btree (operator_id, at DESC, id DESC);
CREATE INDEX activity_site_id_idx ON public.activity USING btree (site_id);
comment on index activity_object_reference_at_idx is 'The history of one object: who changed an accountcode.';
comment on table activity is 'The history of operations.';
comment on column activity.on_behalf_of is 'The company on whose behalf the actor worked, when it is not theirs: « A pour B ».';

create table allowed_moves (
  table_name text not null,
  actor text not null,
  from_state text not null,
  to_state text not null,
  kind text not null,
  constraint allowed_moves_pkey PRIMARY KEY (table_name, actor, from_state, to_state, kind),
  constraint allowed_moves_actor_check CHECK ((actor = ANY (ARRAY['customer'::text, 'carrier'::text])))
);
comment on table allowed_moves is 'From which state to which a row may go, and by whom. Written from the lifecycles'' own declarations when the portal starts.';
comment on column allowed_moves.kind is 'Kind of order; empty for what has no kinds.';

create table backup_codes (
  user_id uuid not null,
  code_hash bytea not null,
  used_at timestamp with time zone,
  constraint backup_codes_pkey PRIMARY KEY (user_id, code_hash)
);

create table basket_lines (
  id uuid not null,
  basket_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  position integer not null,
  offer_version_id uuid not null,
  subscription_id uuid,
  site_ids uuid[] not null default '{}'::uuid[],
  values jsonb not null default '{}'::jsonb,
  commitment_months integer not null default 0,
  wished_on date,
  onsite_contact_id uuid,
  seen jsonb,
  version integer not null default 1,
  constraint basket_lines_pkey PRIMARY KEY (id)
);
CREATE INDEX basket_lines_ambassador_id_idx ON public.basket_lines USING btree (ambassador_id);
CREATE INDEX basket_lines_basket_id_position_idx ON public.basket_lines USING btree (basket_id, "position");
CREATE INDEX basket_lines_company_id_idx ON public.basket_lines USING btree (company_id);
CREATE INDEX basket_lines_offer_version_id_idx ON public.basket_lines USING btree (offer_version_id);
CREATE INDEX basket_lines_onsite_contact_id_idx ON public.basket_lines USING btree (onsite_contact_id);
CREATE INDEX basket_lines_operator_id_idx ON public.basket_lines USING btree (operator_id);
CREATE INDEX basket_lines_subscription_id_idx ON public.basket_lines USING btree (subscription_id);
comment on column basket_lines.subscription_id is 'The contract that an addition changes.';
comment on column basket_lines.seen is 'Prices as they were last shown: a change is told, never charged silently.';

create table baskets (
  id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  user_id uuid not null,
  universe universe not null,
  state text not null default 'open'::text,
  updated_at timestamp with time zone not null default app.now(),
  version integer not null default 1,
  constraint baskets_pkey PRIMARY KEY (id),
  constraint baskets_state_check CHECK ((state = ANY (ARRAY['open'::text, 'ordered'::text, 'requested'::text])))
);
CREATE INDEX baskets_ambassador_id_idx ON public.baskets USING btree (ambassador_id);
CREATE INDEX baskets_company_id_idx ON public.baskets USING btree (company_id);
CREATE INDEX baskets_operator_id_idx ON public.baskets USING btree (operator_id);
CREATE UNIQUE INDEX baskets_in_company ON public.baskets USING btree (id, company_id);
CREATE UNIQUE INDEX baskets_user_id_universe_company_id_idx ON public.baskets USING btree (user_id, universe, company_id) WHERE (state = 'open'::text);

create table bulk_items (
  run_id uuid not null,
  position integer not null,
  key text not null,
  label text not null,
  seen integer,
  state text not null default 'waiting'::text,
  problem text,
  field text,
  constraint bulk_items_pkey PRIMARY KEY (run_id, "position"),
  constraint bulk_items_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'refused'::text])))
);
CREATE INDEX bulk_items_run_id_position_idx ON public.bulk_items USING btree (run_id, "position") WHERE (state = 'waiting'::text);

create table bulk_runs (
  id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  user_id uuid not null,
  session_id uuid not null,
  universe universe not null,
  screen text not null,
  act text not null,
  params jsonb not null,
  filter jsonb,
  input jsonb not null,
  ip text,
  created_at timestamp with time zone not null,
  constraint bulk_runs_pkey PRIMARY KEY (id)
);
CREATE INDEX bulk_runs_ambassador_id_idx ON public.bulk_runs USING btree (ambassador_id);
CREATE INDEX bulk_runs_company_id_idx ON public.bulk_runs USING btree (company_id);
CREATE INDEX bulk_runs_operator_id_idx ON public.bulk_runs USING btree (operator_id);
CREATE INDEX bulk_runs_user_id_universe_screen_created_at_idx ON public.bulk_runs USING btree (user_id, universe, screen, created_at DESC);
comment on column bulk_runs.session_id is 'Under which each row is judged: the act ends with it. No reference: sessions are forgotten later than runs.';

create table challenges (
  id uuid not null,
  user_id uuid,
  session_id uuid,
  kind text not null,
  challenge text not null,
  expires_at timestamp with time zone not null,
  constraint challenges_pkey PRIMARY KEY (id),
  constraint challenges_kind_check CHECK ((kind = ANY (ARRAY['passkey_registration'::text, 'passkey_authentication'::text])))
);
CREATE INDEX challenges_expires_at_idx ON public.challenges USING btree (expires_at);
CREATE INDEX challenges_session_id_idx ON public.challenges USING btree (session_id);
CREATE INDEX challenges_user_id_idx ON public.challenges USING btree (user_id);

create table commerce_documents (
  id uuid not null,
  subscription_id uuid not null,
  order_id uuid,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  payer_id uuid not null,
  site_ids uuid[] not null,
  kind text not null,
  name text not null,
  file_id uuid not null,
  shows_amounts boolean not null,
  internal boolean not null default false,
  created_at timestamp with time zone not null,
  created_by_name text not null,
  constraint commerce_documents_pkey PRIMARY KEY (id),
  constraint commerce_documents_kind_check CHECK ((kind = ANY (ARRAY['order_form'::text, 'delivery_note'::text, 'termination_letter'::text, 'termination_notice'::text, 'attachment'::text])))
);
CREATE INDEX commerce_documents_ambassador_id_idx ON public.commerce_documents USING btree (ambassador_id);
CREATE INDEX commerce_documents_company_id_idx ON public.commerce_documents USING btree (company_id);
CREATE INDEX commerce_documents_file_id_idx ON public.commerce_documents USING btree (file_id);
CREATE INDEX commerce_documents_operator_id_idx ON public.commerce_documents USING btree (operator_id);
CREATE INDEX commerce_documents_order_id_idx ON public.commerce_documents USING btree (order_id);
CREATE INDEX commerce_documents_payer_id_idx ON public.commerce_documents USING btree (payer_id);
CREATE INDEX commerce_documents_subscription_id_created_at_idx ON public.commerce_documents USING btree (subscription_id, created_at DESC);
CREATE UNIQUE INDEX commerce_documents_once ON public.commerce_documents USING btree (order_id, kind, name) WHERE (kind = ANY (ARRAY['order_form'::text, 'delivery_note'::text]));
comment on index commerce_documents_once is 'The portal''s own papers are written once each, however often their job runs.';
comment on column commerce_documents.shows_amounts is 'A document that shows amounts is for who pays, the ambassador and the carrier.';
comment on column commerce_documents.internal is 'The carrier''s own working papers.';

create table commitment_amounts (
  commitment_id uuid not null,
  payer_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  monthly_cents bigint not null,
  constraint commitment_amounts_pkey PRIMARY KEY (commitment_id),
  constraint commitment_amounts_monthly_cents_check CHECK ((monthly_cents >= 0))
);
CREATE INDEX commitment_amounts_ambassador_id_idx ON public.commitment_amounts USING btree (ambassador_id);
CREATE INDEX commitment_amounts_company_id_idx ON public.commitment_amounts USING btree (company_id);
CREATE INDEX commitment_amounts_payer_id_idx ON public.commitment_amounts USING btree (payer_id);
comment on table commitment_amounts is 'Share of the fee, hidden from who does not pay.';

create table commitments (
  id uuid not null,
  subscription_id uuid not null,
  order_id uuid,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  site_ids uuid[] not null,
  label text not null,
  starts_on date not null,
  months integer not null,
  ends_on date not null,
  created_at timestamp with time zone not null default app.now(),
  constraint commitments_pkey PRIMARY KEY (id),
  constraint commitments_months_check CHECK ((months >= 0))
);
CREATE INDEX commitments_ambassador_id_idx ON public.commitments USING btree (ambassador_id);
CREATE INDEX commitments_company_id_idx ON public.commitments USING btree (company_id);
CREATE INDEX commitments_ends_on_idx ON public.commitments USING btree (ends_on);
CREATE INDEX commitments_operator_id_idx ON public.commitments USING btree (operator_id);
CREATE INDEX commitments_order_id_idx ON public.commitments USING btree (order_id);
CREATE INDEX commitments_subscription_id_idx ON public.commitments USING btree (subscription_id);
comment on table commitments is '« Périmètres d''engagement »: the creation''s, and those that additions or renewals bring.';
comment on column commitments.ends_on is 'Last day of the commitment.';

create table companies (
  id uuid not null,
  company_id uuid not null generated always as (id) stored,
  ambassador_id uuid,
  operator_id uuid,
  number bigint not null default nextval('company_number_seq'::regclass),
  reference text not null generated always as (('OIP-'::text || lpad((number)::text, GREATEST(8, length((number)::text)), '0'::text))) stored,
  universes text[] not null,
  state text not null default 'active'::text,
  name text not null,
  siren text,
  vat_number text,
  ape_code text,
  size text not null default 'unknown'::text,
  legal_form text,
  einvoicing_address text,
  comment text,
  website text,
  phone text,
  email_sales text,
  email_technical text,
  email_order_desk text,
  email_administrative text,
  financial_state text not null default 'sound'::text,
  guarantee text not null default 'none'::text,
  second_factor_required boolean not null default false,
  created_at timestamp with time zone not null default app.now(),
  version integer not null default 1,
  external_key text,
  name_fold text collate "C" generated always as (app.folded_name(name)) stored,
  head_postcode text collate "C" not null default ''::text,
  head_city text not null default ''::text,
  head_city_fold text collate "C" generated always as (app.folded_name(head_city)) stored,
  constraint companies_number_key UNIQUE (number),
  constraint companies_reference_key UNIQUE (reference),
  constraint companies_pkey PRIMARY KEY (id),
  constraint companies_check CHECK (((ambassador_id IS NULL) OR (operator_id IS NULL) OR ((ambassador_id = id) AND (operator_id = id)))),
  constraint companies_external_key_check CHECK ((external_key <> ''::text)),
  constraint companies_financial_state_check CHECK ((financial_state = ANY (ARRAY['sound'::text, 'watch'::text, 'blocked'::text]))),
  constraint companies_guarantee_check CHECK ((guarantee = ANY (ARRAY['none'::text, 'deposit'::text, 'bank'::text]))),
  constraint companies_name_check CHECK ((name <> ''::text)),
  constraint companies_size_check CHECK ((size = ANY (ARRAY['unknown'::text, 'micro'::text, 'small'::text, 'medium'::text, 'intermediate'::text, 'large'::text, 'nonprofit'::text]))),
  constraint companies_state_check CHECK ((state = ANY (ARRAY['active'::text, 'suspended'::text, 'closed'::text]))),
  constraint companies_universes_check CHECK (((cardinality(universes) > 0) AND (universes <@ ARRAY['client'::text, 'ambassador'::text, 'operator'::text, 'carrier'::text])))
);
CREATE INDEX companies_ambassador_id_created_at_id_idx ON public.companies USING btree (ambassador_id, created_at, id);
CREATE INDEX companies_ambassador_id_name_fold_id_idx ON public.companies USING btree (ambassador_id, name_fold, id);
CREATE INDEX companies_ambassador_id_number_idx ON public.companies USING btree (ambassador_id, number);
CREATE INDEX companies_created_at_id_idx ON public.companies USING btree (created_at, id);
CREATE INDEX companies_financial_state_number_idx ON public.companies USING btree (financial_state, number);
CREATE INDEX companies_head_city_fold_id_idx ON public.companies USING btree (head_city_fold, id);
CREATE INDEX companies_head_postcode_number_idx ON public.companies USING btree (head_postcode, number);
CREATE INDEX companies_name_fold_id_idx ON public.companies USING btree (name_fold, id);
CREATE INDEX companies_name_id_idx ON public.companies USING btree (name COLLATE "C", id);
CREATE INDEX companies_operator_id_created_at_id_idx ON public.companies USING btree (operator_id, created_at, id);
CREATE INDEX companies_operator_id_name_fold_id_idx ON public.companies USING btree (operator_id, name_fold, id);
CREATE INDEX companies_operator_id_number_idx ON public.companies USING btree (operator_id, number);
CREATE INDEX companies_siren_idx ON public.companies USING btree (siren);
CREATE INDEX companies_siren_idx1 ON public.companies USING btree (siren COLLATE "C");
CREATE INDEX companies_state_number_idx ON public.companies USING btree (state, number);
CREATE INDEX companies_universes_idx ON public.companies USING gin (universes);
CREATE UNIQUE INDEX companies_external_key_idx ON public.companies USING btree (external_key) WHERE (external_key IS NOT NULL);
comment on constraint companies_check on companies is 'A client has one partner at most; a partner''s own sheet carries its own id, in as many columns as it has partner universes.';
comment on column companies.head_postcode is 'Copied from the head office by a trigger, like its city, so that lists filter without a join.';

create table company_notes (
  company_id uuid not null,
  body text not null,
  updated_at timestamp with time zone not null default app.now(),
  constraint company_notes_pkey PRIMARY KEY (company_id)
);
comment on table company_notes is 'What the carrier notes about a company and never shows to it.';

create table company_notification_addresses (
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  addresses jsonb not null default '{}'::jsonb,
  version integer not null default 1,
  constraint company_notification_addresses_pkey PRIMARY KEY (company_id)
);
CREATE INDEX company_notification_addresses_ambassador_id_idx ON public.company_notification_addresses USING btree (ambassador_id);
CREATE INDEX company_notification_addresses_operator_id_idx ON public.company_notification_addresses USING btree (operator_id);
comment on table company_notification_addresses is 'Universe → category → address of a group of people.';

create table company_proposals (
  id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  field text not null,
  old_value text,
  new_value text,
  reason text,
  state text not null default 'pending'::text,
  answer text,
  proposed_by text not null,
  created_at timestamp with time zone not null default app.now(),
  answered_at timestamp with time zone,
  constraint company_proposals_pkey PRIMARY KEY (id),
  constraint company_proposals_field_check CHECK ((field = ANY (ARRAY['name'::text, 'siren'::text, 'vat_number'::text, 'legal_form'::text, 'state'::text, 'financial_state'::text, 'guarantee'::text]))),
  constraint company_proposals_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text, 'applied'::text, 'contested'::text]))),
  constraint company_proposals_value CHECK (((new_value IS NOT NULL) OR ((state = ANY (ARRAY['applied'::text, 'contested'::text])) AND (field = ANY (ARRAY['vat_number'::text, 'legal_form'::text])))))
);
CREATE INDEX company_proposals_ambassador_id_idx ON public.company_proposals USING btree (ambassador_id);
CREATE INDEX company_proposals_company_id_idx ON public.company_proposals USING btree (company_id);
CREATE INDEX company_proposals_created_at_idx ON public.company_proposals USING btree (created_at) WHERE (state = 'pending'::text);
CREATE INDEX company_proposals_operator_id_idx ON public.company_proposals USING btree (operator_id);
CREATE INDEX company_proposals_state_created_at_id_idx ON public.company_proposals USING btree (state, created_at, id);
comment on table company_proposals is 'A change of a company''s identity: proposed to the carrier, or made by an administrator of the company (applied).';

create table contact_subscriptions (
  contact_id uuid not null,
  universe universe not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  interface_mask integer not null default 0,
  email_mask integer not null default 0,
  constraint contact_subscriptions_pkey PRIMARY KEY (contact_id, universe),
  constraint contact_subscriptions_email_mask_check CHECK ((email_mask >= 0)),
  constraint contact_subscriptions_interface_mask_check CHECK ((interface_mask >= 0))
);
CREATE INDEX contact_subscriptions_ambassador_id_idx ON public.contact_subscriptions USING btree (ambassador_id);
CREATE INDEX contact_subscriptions_company_id_universe_idx ON public.contact_subscriptions USING btree (company_id, universe);
CREATE INDEX contact_subscriptions_operator_id_idx ON public.contact_subscriptions USING btree (operator_id);
comment on table contact_subscriptions is 'One bit per category (notification-categories.ts), one mask per channel.';

create table contacts (
  id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  site_id uuid,
  first_name text not null default ''::text,
  last_name text not null,
  job_title text,
  phone text,
  mobile text,
  email text,
  archived_at timestamp with time zone,
  created_at timestamp with time zone not null default app.now(),
  version integer not null default 1,
  external_key text,
  constraint contacts_pkey PRIMARY KEY (id),
  constraint contacts_external_key_check CHECK ((external_key <> ''::text)),
  constraint contacts_last_name_check CHECK ((last_name <> ''::text))
);
CREATE INDEX contacts_ambassador_id_idx ON public.contacts USING btree (ambassador_id);
CREATE INDEX contacts_company_id_last_name_id_idx ON public.contacts USING btree (company_id, last_name, id);
CREATE INDEX contacts_lower_idx ON public.contacts USING btree (lower(email) COLLATE "C");
CREATE INDEX contacts_operator_id_idx ON public.contacts USING btree (operator_id);
CREATE INDEX contacts_site_id_idx ON public.contacts USING btree (site_id);
CREATE UNIQUE INDEX contacts_company_id_external_key_idx ON public.contacts USING btree (company_id, external_key) WHERE (external_key IS NOT NULL);
CREATE UNIQUE INDEX contacts_in_company ON public.contacts USING btree (id, company_id);

create table credentials (
  user_id uuid not null,
  password_hash text not null,
  changed_at timestamp with time zone not null,
  constraint credentials_pkey PRIMARY KEY (user_id)
);

create table demonstration_parts (
  part text not null,
  version integer not null,
  seeded_on date not null,
  constraint demonstration_parts_pkey PRIMARY KEY (part)
);
comment on table demonstration_parts is 'Which parts of the demonstration are already here.';

create table effective_rights (
  user_id uuid not null,
  universe universe not null,
  company_id uuid not null,
  grants jsonb not null,
  constraint effective_rights_pkey PRIMARY KEY (user_id, universe)
);
CREATE INDEX effective_rights_company_id_idx ON public.effective_rights USING btree (company_id);
comment on table effective_rights is 'What a user holds, added up: one row per universe, template → "all" or a list of sites. Kept by triggers, read by app.enter().';

create table factors (
  id uuid not null,
  user_id uuid not null,
  kind text not null,
  name text not null,
  secret_sealed bytea,
  last_step bigint,
  credential_id text,
  public_key bytea,
  counter bigint,
  transports text[],
  confirmed_at timestamp with time zone,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  constraint factors_credential_id_key UNIQUE (credential_id),
  constraint factors_pkey PRIMARY KEY (id),
  constraint factors_kind_check CHECK ((kind = ANY (ARRAY['totp'::text, 'passkey'::text])))
);
CREATE INDEX factors_user_id_idx ON public.factors USING btree (user_id);

create table files (
  id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  site_id uuid,
  user_id uuid,
  kind text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  storage_key text not null,
  created_at timestamp with time zone not null,
  constraint files_storage_key_key UNIQUE (storage_key),
  constraint files_pkey PRIMARY KEY (id),
  constraint files_name_check CHECK ((name <> ''::text)),
  constraint files_size_check CHECK ((size >= 0))
);
CREATE INDEX files_ambassador_id_idx ON public.files USING btree (ambassador_id);
CREATE INDEX files_company_id_created_at_id_idx ON public.files USING btree (company_id, created_at DESC, id DESC);
CREATE INDEX files_operator_id_idx ON public.files USING btree (operator_id);
CREATE INDEX files_site_id_idx ON public.files USING btree (site_id);
CREATE INDEX files_user_id_idx ON public.files USING btree (user_id);

create table idempotency_keys (
  user_id uuid not null,
  key text not null,
  request_hash bytea not null,
  status integer,
  answer jsonb,
  created_at timestamp with time zone not null,
  constraint idempotency_keys_pkey PRIMARY KEY (user_id, key)
);
CREATE INDEX idempotency_keys_created_at_idx ON public.idempotency_keys USING btree (created_at);
comment on table idempotency_keys is 'Answers given to idempotent requests, kept a day.';

create table import_rows (
  import_id uuid not null,
  line integer not null,
  cells text[] not null,
  state text not null default 'pending'::text,
  outcome text,
  object_reference text,
  errors jsonb,
  mended jsonb,
  key text,
  constraint import_rows_pkey PRIMARY KEY (import_id, line),
  constraint import_rows_outcome_check CHECK ((outcome = ANY (ARRAY['created'::text, 'updated'::text, 'unchanged'::text]))),
  constraint import_rows_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'valid'::text, 'faulty'::text, 'applied'::text])))
);
CREATE INDEX import_rows_import_id_key_idx ON public.import_rows USING btree (import_id, key) WHERE (key IS NOT NULL);
CREATE INDEX import_rows_import_id_state_line_idx ON public.import_rows USING btree (import_id, state, line);
comment on column import_rows.state is 'pending → valid or faulty (checked), valid → applied or faulty (what changed since the check).';
comment on column import_rows.mended is 'Cells corrected on screen, by field.';
comment on column import_rows.key is 'Of a valid line: what it is about. A later line with the same key is refused.';

create table imports (
  id uuid not null,
  company_id uuid not null,
  number bigint not null default nextval('import_number_seq'::regclass),
  reference text not null generated always as (('IMP-'::text || lpad((number)::text, GREATEST(6, length((number)::text)), '0'::text))) stored,
  kind text not null,
  state text not null default 'checking'::text,
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
  started_by_user_id uuid,
  created_at timestamp with time zone not null default app.now(),
  finished_at timestamp with time zone,
  failure text,
  failed_while text,
  staged_encoding text not null,
  fields text[],
  readings jsonb not null default '[]'::jsonb,
  sample text[] not null default '{}'::text[],
  constraint imports_number_key UNIQUE (number),
  constraint imports_reference_key UNIQUE (reference),
  constraint imports_pkey PRIMARY KEY (id),
  constraint imports_failed_while_check CHECK ((failed_while = ANY (ARRAY['checking'::text, 'applying'::text]))),
  constraint imports_failure CHECK ((((state = 'failed'::text) = (failure IS NOT NULL)) AND ((state = 'failed'::text) = (failed_while IS NOT NULL)))),
  constraint imports_kind_check CHECK ((kind = ANY (ARRAY['companies'::text, 'sites'::text, 'contacts'::text, 'subscriptions'::text, 'services'::text, 'accountcodes'::text]))),
  constraint imports_state_check CHECK ((state = ANY (ARRAY['mapping'::text, 'checking'::text, 'checked'::text, 'applying'::text, 'done'::text, 'cancelled'::text, 'failed'::text])))
);
CREATE INDEX imports_company_id_idx ON public.imports USING btree (company_id);
CREATE INDEX imports_created_at_id_idx ON public.imports USING btree (created_at, id);
CREATE INDEX imports_file_hash_idx ON public.imports USING btree (file_hash);
CREATE INDEX imports_kind_created_at_idx ON public.imports USING btree (kind, created_at) WHERE (fields IS NOT NULL);
CREATE INDEX imports_started_by_user_id_idx ON public.imports USING btree (started_by_user_id);
comment on column imports.company_id is 'The carrier''s company: whoever imports.';
comment on column imports.failure is 'What the failing run met, in the words of the program.';
comment on column imports.failed_while is 'Where a retry goes on.';
comment on column imports.staged_encoding is 'How the cells were read when they were kept; another encoding reads them again from the same bytes.';
comment on column imports.fields is 'What each column of the file feeds, as a person said: a field, or an empty text for none. Null: as the titles say.';
comment on column imports.readings is 'Cells understood otherwise than they are written, by column and kind: [{column, code, count, from, to}].';
comment on column imports.sample is 'Values with accents, as they were kept: by these one sees whether the file was read right.';

create table installation (
  single boolean not null default true,
  prefix text not null,
  constraint installation_pkey PRIMARY KEY (single),
  constraint installation_single_check CHECK (single)
);

create table issuer_settings (
  company_id uuid not null,
  legal_name text not null,
  legal_form text,
  capital_cents bigint,
  rcs_city text,
  siren text,
  vat_number text,
  creditor_identifier text,
  iban_sealed bytea,
  iban_masked text,
  bic text,
  street text not null default ''::text,
  complement text,
  postcode text not null default ''::text,
  city text not null default ''::text,
  country text not null default 'FR'::text,
  phone text,
  website text,
  sender_name text,
  sender_email text,
  terms_of_sale_version text,
  terms_of_sale text,
  logo bytea,
  logo_type text,
  updated_at timestamp with time zone not null default app.now(),
  version integer not null default 1,
  constraint issuer_settings_pkey PRIMARY KEY (company_id),
  constraint issuer_settings_capital_cents_check CHECK ((capital_cents >= 0)),
  constraint issuer_settings_logo_type_check CHECK ((logo_type = ANY (ARRAY['image/png'::text, 'image/jpeg'::text])))
);
comment on table issuer_settings is 'Who issues mandates, invoices and mails: one row, the carrier''s. Everything but the sealed IBAN is printed on documents that customers get.';

create table job_progress (
  id uuid not null,
  kind text not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  user_id uuid not null,
  state text not null default 'queued'::text,
  done bigint not null default 0,
  total bigint,
  message_code text,
  result jsonb,
  cancel_requested boolean not null default false,
  created_at timestamp with time zone not null default app.now(),
  updated_at timestamp with time zone not null default app.now(),
  constraint job_progress_pkey PRIMARY KEY (id),
  constraint job_progress_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
);
CREATE INDEX job_progress_ambassador_id_idx ON public.job_progress USING btree (ambassador_id);
CREATE INDEX job_progress_company_id_idx ON public.job_progress USING btree (company_id);
CREATE INDEX job_progress_operator_id_idx ON public.job_progress USING btree (operator_id);
CREATE INDEX job_progress_user_id_created_at_idx ON public.job_progress USING btree (user_id, created_at DESC);
comment on table job_progress is 'How far a long job is. Its starter sees it and may ask to cancel it; the worker writes it.';

create table kept_objects (
  user_id uuid not null,
  company_id uuid not null,
  universe universe not null,
  kind text not null,
  reference text not null,
  seen_at timestamp with time zone,
  favoured_at timestamp with time zone,
  constraint kept_objects_pkey PRIMARY KEY (user_id, universe, kind, reference),
  constraint kept_objects_check CHECK (((seen_at IS NOT NULL) OR (favoured_at IS NOT NULL))),
  constraint kept_objects_kind_check CHECK ((kind = ANY (ARRAY['company'::text, 'site'::text, 'contact'::text, 'user'::text, 'contract'::text, 'order'::text, 'offer'::text]))),
  constraint kept_objects_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 80)))
);
CREATE INDEX kept_objects_company_id_idx ON public.kept_objects USING btree (company_id);
comment on table kept_objects is 'Objects that a person opened lately or keeps among their favourites: found first by the search, on every device.';

create table known_places (
  user_id uuid not null,
  kind text not null,
  place text not null,
  first_seen_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  constraint known_places_pkey PRIMARY KEY (user_id, kind, place),
  constraint known_places_kind_check CHECK ((kind = ANY (ARRAY['device'::text, 'network'::text])))
);
comment on table known_places is 'Where a person is known: a browser that carries a device cookie of theirs, and networks (/24, /48) that a complete session was opened from. From a known place nobody else''s failures slow the person down; from an unknown network they get a mail.';
comment on column known_places.place is 'Hash of the device cookie in hexadecimal, or the network.';

create table mail_attempts (
  id bigint not null generated always as identity,
  mail_id uuid not null,
  at timestamp with time zone not null,
  company_id uuid,
  outcome text not null,
  reason text,
  constraint mail_attempts_pkey PRIMARY KEY (id),
  constraint mail_attempts_outcome_check CHECK ((outcome = ANY (ARRAY['sent'::text, 'retry'::text, 'refused'::text, 'unknown'::text, 'resend'::text])))
);
CREATE INDEX mail_attempts_mail_id_id_idx ON public.mail_attempts USING btree (mail_id, id);
comment on table mail_attempts is 'Each dialogue with the mail server.';

create table mails (
  id uuid not null,
  message_id text not null,
  company_id uuid,
  ambassador_id uuid,
  operator_id uuid,
  user_id uuid,
  to_address text not null,
  login text,
  template text not null,
  language language not null,
  subject text not null,
  parameters bytea,
  unsubscribe_url text,
  state text not null default 'queued'::text,
  sender text,
  attempts integer not null default 0,
  last_error text,
  next_attempt_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  content jsonb,
  constraint mails_message_id_key UNIQUE (message_id),
  constraint mails_pkey PRIMARY KEY (id),
  constraint mails_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'uncertain'::text])))
);
CREATE INDEX mails_ambassador_id_created_at_id_idx ON public.mails USING btree (ambassador_id, created_at DESC, id DESC);
CREATE INDEX mails_company_id_created_at_id_idx ON public.mails USING btree (company_id, created_at DESC, id DESC);
CREATE INDEX mails_company_id_created_at_idx ON public.mails USING btree (company_id, created_at DESC) WHERE (state = 'failed'::text);
CREATE INDEX mails_company_id_lower_created_at_idx ON public.mails USING btree (company_id, lower(to_address), created_at DESC);
CREATE INDEX mails_created_at_id_idx ON public.mails USING btree (created_at DESC, id DESC);
CREATE INDEX mails_operator_id_created_at_id_idx ON public.mails USING btree (operator_id, created_at DESC, id DESC);
CREATE INDEX mails_state_created_at_idx ON public.mails USING btree (state, created_at) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text, 'failed'::text, 'uncertain'::text]));
CREATE INDEX mails_template_created_at_id_idx ON public.mails USING btree (template, created_at DESC, id DESC);
CREATE INDEX mails_to_address_created_at_idx ON public.mails USING btree (to_address COLLATE "C", created_at DESC);
CREATE INDEX mails_to_send ON public.mails USING btree (next_attempt_at, id) WHERE ((state = 'queued'::text) AND (sender IS NULL) AND (parameters IS NOT NULL));
CREATE INDEX mails_user_id_idx ON public.mails USING btree (user_id);
comment on index mails_company_id_created_at_idx is 'Every page asks an administrator''s count of failing addresses: it starts from the few mails that failed, not from all that left.';
comment on column mails.message_id is 'Stable: the same mail sent twice would carry the same Message-ID.';
comment on column mails.login is 'Login, when the mail is about one: it names the file when mails are kept on disk.';
comment on column mails.parameters is 'Encrypted, because they may hold links with tokens; wiped once sent.';
comment on column mails.unsubscribe_url is 'List-Unsubscribe target, when the mail is a notification.';
comment on column mails.sender is 'Worker that took it: when it died in « sending », nobody knows whether the server took the mail.';
comment on column mails.content is 'What the mail says without its links, when it holds no secret: read by the carrier''s staff.';

create table migrations (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migrations_pkey PRIMARY KEY (name)
);

create table notification_digests (
  event_id uuid not null,
  contact_id uuid not null,
  company_id uuid not null,
  universe universe not null,
  constraint notification_digests_pkey PRIMARY KEY (event_id, contact_id)
);
CREATE INDEX notification_digests_contact_id_event_id_idx ON public.notification_digests USING btree (contact_id, event_id);
comment on table notification_digests is 'Mails that wait for the hour or the day that a contact chose.';

create table notification_events (
  id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  site_id uuid,
  company_reference text not null,
  company_name text not null,
  category text not null,
  universes text[],
  code text not null,
  object_kind text not null,
  object_reference text,
  parameters jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null,
  fanned_out_at timestamp with time zone,
  constraint notification_events_pkey PRIMARY KEY (id)
);
CREATE INDEX notification_events_ambassador_id_idx ON public.notification_events USING btree (ambassador_id);
CREATE INDEX notification_events_company_id_id_idx ON public.notification_events USING btree (company_id, id);
CREATE INDEX notification_events_created_at_idx ON public.notification_events USING btree (created_at);
CREATE INDEX notification_events_operator_id_idx ON public.notification_events USING btree (operator_id);
CREATE INDEX notification_events_site_id_idx ON public.notification_events USING btree (site_id);
comment on table notification_events is 'Written in the transaction of what happened. The partner is the one of that moment; name and reference are copied, for who may not read the company.';
comment on column notification_events.universes is 'Null: every universe that the event concerns.';

create table notification_mails (
  event_id uuid not null,
  address text not null,
  company_id uuid not null,
  mail_id uuid not null,
  constraint notification_mails_pkey PRIMARY KEY (event_id, address)
);
comment on table notification_mails is 'Mails of an event: one per address, whatever the number of subscriptions behind it.';
comment on column notification_mails.address is 'In lower case.';

create table notification_preferences (
  contact_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  digest text not null default 'none'::text,
  administrator_since timestamp with time zone,
  version integer not null default 1,
  constraint notification_preferences_pkey PRIMARY KEY (contact_id),
  constraint notification_preferences_digest_check CHECK ((digest = ANY (ARRAY['none'::text, 'hourly'::text, 'daily'::text])))
);
CREATE INDEX notification_preferences_ambassador_id_idx ON public.notification_preferences USING btree (ambassador_id);
CREATE INDEX notification_preferences_company_id_idx ON public.notification_preferences USING btree (company_id);
CREATE INDEX notification_preferences_operator_id_idx ON public.notification_preferences USING btree (operator_id);
comment on table notification_preferences is 'What a contact chose beyond the masks. `administrator_since`: the defaults of an administrator were given, once and for all.';

create table notification_unsubscriptions (
  id uuid not null,
  company_id uuid not null,
  address text not null,
  category text not null,
  is_shared boolean not null,
  contacts jsonb not null,
  universes text[] not null,
  created_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  constraint notification_unsubscriptions_pkey PRIMARY KEY (id)
);
CREATE INDEX notification_unsubscriptions_company_id_address_category_idx ON public.notification_unsubscriptions USING btree (company_id, address, category);
comment on table notification_unsubscriptions is 'Unsubscriptions by the link of a mail: what was taken away, so that an administrator can bring it back.';

create table notifications (
  id uuid not null,
  event_id uuid not null,
  user_id uuid not null,
  company_id uuid not null,
  site_id uuid,
  universe universe not null,
  category text not null,
  read_at timestamp with time zone,
  constraint notifications_event_id_user_id_key UNIQUE (event_id, user_id),
  constraint notifications_pkey PRIMARY KEY (id)
);
CREATE INDEX notifications_user_id_id_idx ON public.notifications USING btree (user_id, id DESC);
CREATE INDEX notifications_user_id_id_idx1 ON public.notifications USING btree (user_id, id DESC) WHERE (read_at IS NULL);
comment on table notifications is 'What a person was told in the application. `company_id` is the company of the event; the person may be its partner''s or the carrier''s.';

create table offer_delivery_times (
  offer_id uuid not null,
  delivered_orders integer not null,
  p80_days integer not null,
  computed_at timestamp with time zone not null,
  constraint offer_delivery_times_pkey PRIMARY KEY (offer_id)
);
comment on table offer_delivery_times is 'Days between order and delivery of an offer: the 80th percentile of its delivered orders.';

create table offer_families (
  code text not null,
  name text not null,
  name_en text not null,
  position integer not null,
  icon text not null default 'package'::text,
  constraint offer_families_pkey PRIMARY KEY (code),
  constraint offer_families_code_check CHECK ((code ~ '^[a-z0-9]+(_[a-z0-9]+)*$'::text)),
  constraint offer_families_icon_check CHECK ((icon ~ '^[a-z_]+$'::text)),
  constraint offer_families_name_check CHECK ((name <> ''::text)),
  constraint offer_families_name_en_check CHECK ((name_en <> ''::text))
);
comment on table offer_families is 'The families of the shop. The carrier adds its own.';
comment on column offer_families.icon is 'A picture of the design kit.';

create table offer_prices (
  version_id uuid not null,
  price_list text not null,
  item text not null,
  one_off_cents bigint not null default 0,
  monthly_cents bigint not null default 0,
  steps jsonb not null default '[]'::jsonb,
  constraint offer_prices_pkey PRIMARY KEY (version_id, price_list, item),
  constraint offer_prices_monthly_cents_check CHECK ((monthly_cents >= 0)),
  constraint offer_prices_one_off_cents_check CHECK ((one_off_cents >= 0)),
  constraint offer_prices_price_list_check CHECK ((price_list = ANY (ARRAY['public'::text, 'wholesale'::text])))
);
comment on table offer_prices is '`item`: base, a characteristic (per unit of its number) or characteristic=value (when chosen). Steps: [{from, oneOffCents, monthlyCents}] by quantity.';

create table offer_sheets (
  id uuid not null,
  version_id uuid not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  storage_key text not null,
  created_at timestamp with time zone not null default app.now(),
  constraint offer_sheets_pkey PRIMARY KEY (id)
);
CREATE INDEX offer_sheets_storage_key_idx ON public.offer_sheets USING btree (storage_key);
CREATE INDEX offer_sheets_version_id_idx ON public.offer_sheets USING btree (version_id);

create table offer_versions (
  id uuid not null,
  offer_id uuid not null,
  number integer not null,
  state text not null default 'draft'::text,
  valid_from date not null,
  valid_until date,
  definition jsonb not null,
  first_ordered_at timestamp with time zone,
  created_at timestamp with time zone not null default app.now(),
  revision integer not null default 1,
  constraint published_versions_apart EXCLUDE USING gist (offer_id WITH =, daterange(valid_from, valid_until, '[]'::text) WITH &&) WHERE ((state = 'published'::text)),
  constraint offer_versions_offer_id_number_key UNIQUE (offer_id, number),
  constraint offer_versions_pkey PRIMARY KEY (id),
  constraint offer_versions_check CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
  constraint offer_versions_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text])))
);
CREATE INDEX offer_versions_offer_id_valid_from_idx ON public.offer_versions USING btree (offer_id, valid_from);
comment on constraint published_versions_apart on offer_versions is 'Two published versions of an offer never cover the same day.';
comment on table offer_versions is 'What an offer is between two days. Once ordered it never changes: contracts and orders point at it.';
comment on column offer_versions.valid_until is 'Last day on sale; null: until the next version.';
comment on column offer_versions.definition is 'OfferDefinition of offer-definition.ts.';

create table offers (
  id uuid not null,
  code text not null,
  family text not null,
  kind text not null,
  adds_to text[] not null default '{}'::text[],
  name text not null,
  name_en text not null,
  universes text[] not null,
  state text not null default 'draft'::text,
  position integer not null default 0,
  created_at timestamp with time zone not null default app.now(),
  version integer not null default 1,
  constraint offers_code_key UNIQUE (code),
  constraint offers_pkey PRIMARY KEY (id),
  constraint offers_check CHECK (((kind = 'addition'::text) = (cardinality(adds_to) > 0))),
  constraint offers_code_check CHECK ((code ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$'::text)),
  constraint offers_kind_check CHECK ((kind = ANY (ARRAY['contract'::text, 'addition'::text]))),
  constraint offers_name_check CHECK ((name <> ''::text)),
  constraint offers_name_en_check CHECK ((name_en <> ''::text)),
  constraint offers_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'on_sale'::text, 'withdrawn'::text]))),
  constraint offers_universes_check CHECK ((universes <@ ARRAY['client'::text, 'ambassador'::text, 'operator'::text]))
);
CREATE INDEX offers_family_position_idx ON public.offers USING btree (family, "position");
comment on column offers.code is 'Part of URLs and of files of prices: stable.';
comment on column offers.kind is 'An addition changes a running contract of one of the offers of `adds_to`.';

create table order_amendment_amounts (
  amendment_id uuid not null,
  order_id uuid not null,
  payer_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  one_off_before_cents bigint not null,
  monthly_before_cents bigint not null,
  one_off_after_cents bigint not null,
  monthly_after_cents bigint not null,
  constraint order_amendment_amounts_pkey PRIMARY KEY (amendment_id)
);
CREATE INDEX order_amendment_amounts_ambassador_id_idx ON public.order_amendment_amounts USING btree (ambassador_id);
CREATE INDEX order_amendment_amounts_company_id_idx ON public.order_amendment_amounts USING btree (company_id);
CREATE INDEX order_amendment_amounts_order_id_idx ON public.order_amendment_amounts USING btree (order_id);
CREATE INDEX order_amendment_amounts_payer_id_idx ON public.order_amendment_amounts USING btree (payer_id);

create table order_amendments (
  id uuid not null,
  order_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  site_ids uuid[] not null,
  at timestamp with time zone not null,
  author_name text not null,
  reason text not null,
  changes jsonb not null,
  constraint order_amendments_pkey PRIMARY KEY (id),
  constraint order_amendments_reason_check CHECK ((reason <> ''::text))
);
CREATE INDEX order_amendments_ambassador_id_idx ON public.order_amendments USING btree (ambassador_id);
CREATE INDEX order_amendments_company_id_idx ON public.order_amendments USING btree (company_id);
CREATE INDEX order_amendments_operator_id_idx ON public.order_amendments USING btree (operator_id);
CREATE INDEX order_amendments_order_id_at_idx ON public.order_amendments USING btree (order_id, at);
comment on table order_amendments is 'What the carrier changed of a running order, before and after, in words that the customer reads. Amounts stand apart.';
comment on column order_amendments.changes is '[{field, label: {fr, en}, before: {fr, en} | null, after: {fr, en} | null}]';

create table order_batches (
  id uuid not null,
  basket_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  payer_id uuid not null,
  placed_at timestamp with time zone not null,
  placed_by_user_id uuid,
  placed_by_name text not null,
  placed_universe universe not null,
  terms_version text,
  terms_accepted_at timestamp with time zone,
  terms_accepted_by text,
  terms_accepted_ip text,
  constraint order_batches_basket_id_key UNIQUE (basket_id),
  constraint order_batches_pkey PRIMARY KEY (id)
);
CREATE INDEX order_batches_ambassador_id_idx ON public.order_batches USING btree (ambassador_id);
CREATE INDEX order_batches_company_id_placed_at_idx ON public.order_batches USING btree (company_id, placed_at DESC);
CREATE INDEX order_batches_operator_id_idx ON public.order_batches USING btree (operator_id);
CREATE INDEX order_batches_payer_id_idx ON public.order_batches USING btree (payer_id);
CREATE INDEX order_batches_placed_by_user_id_idx ON public.order_batches USING btree (placed_by_user_id);
CREATE INDEX order_batches_terms_version_idx ON public.order_batches USING btree (terms_version);
comment on table order_batches is 'What was ordered in one go. Terms of sale as accepted.';

create table order_comments (
  id uuid not null,
  order_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  site_ids uuid[] not null,
  at timestamp with time zone not null,
  author_name text not null,
  author_universe universe not null,
  body text not null,
  constraint order_comments_pkey PRIMARY KEY (id),
  constraint order_comments_body_check CHECK ((body <> ''::text))
);
CREATE INDEX order_comments_ambassador_id_idx ON public.order_comments USING btree (ambassador_id);
CREATE INDEX order_comments_company_id_idx ON public.order_comments USING btree (company_id);
CREATE INDEX order_comments_operator_id_idx ON public.order_comments USING btree (operator_id);
CREATE INDEX order_comments_order_id_at_idx ON public.order_comments USING btree (order_id, at);
comment on table order_comments is 'Shared with the client and its partner.';
comment on column order_comments.author_universe is 'The author''s side, so that a reader knows who speaks.';

create table order_item_amounts (
  order_item_id uuid not null,
  order_id uuid not null,
  payer_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  one_off_cents bigint not null,
  monthly_cents bigint not null,
  constraint order_item_amounts_pkey PRIMARY KEY (order_item_id)
);
CREATE INDEX order_item_amounts_ambassador_id_idx ON public.order_item_amounts USING btree (ambassador_id);
CREATE INDEX order_item_amounts_company_id_idx ON public.order_item_amounts USING btree (company_id);
CREATE INDEX order_item_amounts_order_id_idx ON public.order_item_amounts USING btree (order_id);
CREATE INDEX order_item_amounts_payer_id_idx ON public.order_item_amounts USING btree (payer_id);
comment on table order_item_amounts is 'One row per item: unit amounts, as agreed when the order was placed.';

create table order_items (
  id uuid not null,
  order_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  site_ids uuid[] not null,
  position integer not null,
  action text not null,
  item text not null,
  label text not null,
  label_en text not null,
  quantity_before integer,
  quantity_after integer,
  constraint order_items_pkey PRIMARY KEY (id),
  constraint order_items_action_check CHECK ((action = ANY (ARRAY['add'::text, 'modify'::text, 'delete'::text])))
);
CREATE INDEX order_items_ambassador_id_idx ON public.order_items USING btree (ambassador_id);
CREATE INDEX order_items_company_id_idx ON public.order_items USING btree (company_id);
CREATE INDEX order_items_operator_id_idx ON public.order_items USING btree (operator_id);
CREATE INDEX order_items_order_id_position_idx ON public.order_items USING btree (order_id, "position");

create table order_notes (
  id uuid not null,
  order_id uuid not null,
  company_id uuid not null,
  at timestamp with time zone not null,
  author_name text not null,
  body text not null,
  constraint order_notes_pkey PRIMARY KEY (id),
  constraint order_notes_body_check CHECK ((body <> ''::text))
);
CREATE INDEX order_notes_company_id_idx ON public.order_notes USING btree (company_id);
CREATE INDEX order_notes_order_id_at_idx ON public.order_notes USING btree (order_id, at);
comment on table order_notes is 'The carrier''s own.';

create table order_steps (
  id uuid not null,
  order_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  site_ids uuid[] not null,
  position integer not null,
  label text not null,
  label_en text not null,
  actor step_actor not null,
  state text not null default 'to_do'::text,
  planned_on date,
  done_on date,
  done_by_name text,
  blocked_by step_actor,
  blocked_cause text,
  blocked_at timestamp with time zone,
  version integer not null default 1,
  constraint order_steps_pkey PRIMARY KEY (id),
  constraint order_steps_check CHECK (((state = 'blocked'::text) = ((blocked_cause IS NOT NULL) AND (blocked_by IS NOT NULL)))),
  constraint order_steps_label_check CHECK ((label <> ''::text)),
  constraint order_steps_label_en_check CHECK ((label_en <> ''::text)),
  constraint order_steps_state_check CHECK ((state = ANY (ARRAY['to_do'::text, 'in_progress'::text, 'blocked'::text, 'done'::text, 'skipped'::text])))
);
CREATE INDEX order_steps_ambassador_id_idx ON public.order_steps USING btree (ambassador_id);
CREATE INDEX order_steps_company_id_idx ON public.order_steps USING btree (company_id);
CREATE INDEX order_steps_operator_id_idx ON public.order_steps USING btree (operator_id);
CREATE INDEX order_steps_order_id_position_idx ON public.order_steps USING btree (order_id, "position");

create table orders (
  id uuid not null,
  number bigint not null default nextval('order_number_seq'::regclass),
  reference text not null generated always as (('COM'::text || lpad((number)::text, GREATEST(5, length((number)::text)), '0'::text))) stored,
  batch_id uuid,
  subscription_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  payer_id uuid not null,
  site_id uuid not null,
  site_ids uuid[] not null,
  kind order_kind not null,
  state order_state not null,
  offer_id uuid not null,
  offer_version_id uuid not null,
  offer_name text not null,
  company_name text not null,
  values jsonb not null default '{}'::jsonb,
  quantity_before integer,
  quantity_after integer,
  commitment_months integer not null default 0,
  wished_on date,
  placed_at timestamp with time zone not null,
  placed_by_user_id uuid,
  placed_by_name text not null,
  placed_universe universe not null,
  onsite_contact_id uuid,
  onsite_contact_name text,
  onsite_contact_phone text,
  submitted_at timestamp with time zone,
  pilot_user_id uuid,
  pilot_name text,
  taken_at timestamp with time zone,
  planned_on date,
  delivered_on date,
  closed_at timestamp with time zone,
  closing_reason text,
  blocked_step_id uuid,
  version integer not null default 1,
  steps_total integer not null default 0,
  steps_done integer not null default 0,
  next_due_on date,
  next_step_id uuid,
  long_commitment_waiver boolean not null default false,
  purchase_order text collate "C",
  next_due_by step_actor,
  steps_end_on date,
  waits_for step_actor,
  constraint orders_number_key UNIQUE (number),
  constraint orders_reference_key UNIQUE (reference),
  constraint orders_pkey PRIMARY KEY (id),
  constraint orders_commitment_months_check CHECK (((commitment_months >= 0) AND (commitment_months <= 120))),
  constraint orders_purchase_order_check CHECK ((purchase_order <> ''::text)),
  constraint orders_site_ids_check CHECK ((cardinality(site_ids) > 0))
);
CREATE INDEX orders_ambassador_id_number_idx ON public.orders USING btree (ambassador_id, number DESC) WHERE (ambassador_id IS NOT NULL);
CREATE INDEX orders_batch_id_idx ON public.orders USING btree (batch_id);
CREATE INDEX orders_blocked_step_id_idx ON public.orders USING btree (blocked_step_id);
CREATE INDEX orders_company_id_number_idx ON public.orders USING btree (company_id, number DESC);
CREATE INDEX orders_delivered ON public.orders USING btree (offer_id, delivered_on DESC) WHERE ((state)::text = 'delivered'::text);
CREATE INDEX orders_next_step_id_idx ON public.orders USING btree (next_step_id);
CREATE INDEX orders_number_idx ON public.orders USING btree (number) WHERE ((state)::text = ANY (ARRAY['awaiting_client'::text, 'submitted'::text, 'in_delivery'::text]));
CREATE INDEX orders_offer_id_state_idx ON public.orders USING btree (offer_id, state);
CREATE INDEX orders_offer_version_id_idx ON public.orders USING btree (offer_version_id);
CREATE INDEX orders_onsite_contact_id_idx ON public.orders USING btree (onsite_contact_id);
CREATE INDEX orders_operator_id_number_idx ON public.orders USING btree (operator_id, number DESC) WHERE (operator_id IS NOT NULL);
CREATE INDEX orders_payer_id_idx ON public.orders USING btree (payer_id);
CREATE INDEX orders_pilot_user_id_number_idx ON public.orders USING btree (pilot_user_id, number) WHERE ((state)::text = ANY (ARRAY['submitted'::text, 'in_delivery'::text]));
CREATE INDEX orders_placed_by_user_id_idx ON public.orders USING btree (placed_by_user_id);
CREATE INDEX orders_purchase_order_idx ON public.orders USING btree (purchase_order) WHERE (purchase_order IS NOT NULL);
CREATE INDEX orders_queue_placed ON public.orders USING btree (placed_at, id) WHERE ((state)::text = ANY (ARRAY['awaiting_client'::text, 'submitted'::text, 'in_delivery'::text]));
CREATE INDEX orders_site_id_idx ON public.orders USING btree (site_id);
CREATE INDEX orders_subscription_id_number_idx ON public.orders USING btree (subscription_id, number DESC);
CREATE UNIQUE INDEX orders_subscription_id_idx ON public.orders USING btree (subscription_id) WHERE ((state)::text = ANY (ARRAY['awaiting_client'::text, 'submitted'::text, 'in_delivery'::text]));
comment on index orders_delivered is 'Late risk: deliveries of an offer, latest first.';
comment on index orders_queue_placed is 'Sorts of the queue: only running orders are in it.';
comment on index orders_subscription_id_idx is 'One running operation on a contract at a time.';
comment on column orders.submitted_at is 'When the client validated, or when it was placed if nobody had to.';
comment on column orders.pilot_user_id is 'Céline B.: clients do not see the carrier''s people.';
comment on column orders.closing_reason is 'Shown to the client; the carrier''s own words are in order_notes.';
comment on column orders.steps_total is 'The queue shows thousands of running orders with what is done of them: kept on the order, written with its steps, like the three that follow.';
comment on column orders.next_due_on is 'Earliest planned day of an open step: once past, the order is late.';
comment on column orders.next_step_id is 'The next step to do: blocked first, then begun, then the first of the others.';
comment on column orders.long_commitment_waiver is 'A small company consents to more than 24 months where it accepts: when it orders, or when it validates what somebody ordered for it, by when it may have become small. The order keeps that consent; its delivery writes it on the contract.';
comment on column orders.purchase_order is 'Number of the customer''s own purchase order, as typed by whoever ordered.';
comment on column orders.next_due_by is 'Who must act on the open step with the earliest planned day.';
comment on column orders.steps_end_on is 'Last planned day of the open steps, while each has one: the estimate of a delivery that nobody promised.';
comment on column orders.waits_for is 'Who must act now: on what is blocked, else begun, else first to do.';

create table partner_changes (
  id uuid not null,
  company_id uuid not null,
  from_ambassador_id uuid,
  from_operator_id uuid,
  to_ambassador_id uuid,
  to_operator_id uuid,
  effective_on date not null,
  state text not null default 'scheduled'::text,
  reason text not null,
  requested_by text not null,
  created_at timestamp with time zone not null default app.now(),
  done_at timestamp with time zone,
  constraint partner_changes_pkey PRIMARY KEY (id),
  constraint partner_changes_check CHECK (((to_ambassador_id IS NULL) OR (to_operator_id IS NULL))),
  constraint partner_changes_state_check CHECK ((state = ANY (ARRAY['scheduled'::text, 'done'::text, 'cancelled'::text])))
);
CREATE INDEX partner_changes_company_id_created_at_idx ON public.partner_changes USING btree (company_id, created_at);
CREATE INDEX partner_changes_effective_on_idx ON public.partner_changes USING btree (effective_on) WHERE (state = 'scheduled'::text);
CREATE INDEX partner_changes_from_ambassador_id_idx ON public.partner_changes USING btree (from_ambassador_id);
CREATE INDEX partner_changes_from_operator_id_idx ON public.partner_changes USING btree (from_operator_id);
CREATE INDEX partner_changes_to_ambassador_id_idx ON public.partner_changes USING btree (to_ambassador_id);
CREATE INDEX partner_changes_to_operator_id_idx ON public.partner_changes USING btree (to_operator_id);
CREATE UNIQUE INDEX partner_changes_company_id_idx ON public.partner_changes USING btree (company_id) WHERE (state = 'scheduled'::text);
comment on table partner_changes is 'A change of partner takes effect on its day: a job then re-keys the living rows. What is past keeps the partner of its time.';

create table password_links (
  token_hash bytea not null,
  user_id uuid not null,
  kind text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint password_links_pkey PRIMARY KEY (token_hash),
  constraint password_links_kind_check CHECK ((kind = ANY (ARRAY['initialisation'::text, 'forgotten'::text])))
);
CREATE INDEX password_links_expires_at_idx ON public.password_links USING btree (expires_at);
CREATE INDEX password_links_user_id_idx ON public.password_links USING btree (user_id);
comment on table password_links is 'Single-use links: initialisation and forgotten password. Only the hash of the token is kept.';

create table payment_details (
  id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  site_id uuid,
  holder_name text not null,
  iban_sealed bytea not null,
  iban_masked text not null,
  bic text,
  billing_name text,
  billing_street text not null default ''::text,
  billing_complement text,
  billing_postcode text not null default ''::text,
  billing_city text not null default ''::text,
  billing_country text not null default 'FR'::text,
  billing_email text,
  mandate_reference text not null,
  mandate_scheme text not null default 'core'::text,
  mandate_state text not null default 'to_sign'::text,
  mandate_signed_on date,
  created_at timestamp with time zone not null default app.now(),
  version integer not null default 1,
  mandate_made_at timestamp with time zone,
  constraint payment_details_mandate_reference_key UNIQUE (mandate_reference),
  constraint payment_details_pkey PRIMARY KEY (id),
  constraint payment_details_mandate_scheme_check CHECK ((mandate_scheme = ANY (ARRAY['core'::text, 'b2b'::text]))),
  constraint payment_details_mandate_state_check CHECK ((mandate_state = ANY (ARRAY['to_sign'::text, 'signed'::text, 'revoked'::text])))
);
CREATE INDEX payment_details_ambassador_id_idx ON public.payment_details USING btree (ambassador_id);
CREATE INDEX payment_details_company_id_idx ON public.payment_details USING btree (company_id);
CREATE INDEX payment_details_operator_id_idx ON public.payment_details USING btree (operator_id);
CREATE INDEX payment_details_site_id_idx ON public.payment_details USING btree (site_id);
CREATE UNIQUE INDEX payment_details_company_id_site_id_idx ON public.payment_details USING btree (company_id, site_id) NULLS NOT DISTINCT;
comment on table payment_details is 'One set of coordinates for the company and one per site.';

create table periodic_jobs (
  name text not null,
  due_at timestamp with time zone not null,
  constraint periodic_jobs_pkey PRIMARY KEY (name)
);
comment on table periodic_jobs is 'When each periodic job was last due, on the portal''s clock: several workers tick, one of them enqueues.';

create table purchase_requests (
  id uuid not null,
  basket_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  state text not null default 'open'::text,
  message text not null default ''::text,
  answer text,
  requested_at timestamp with time zone not null,
  requested_by_name text not null,
  answered_at timestamp with time zone,
  version integer not null default 1,
  constraint purchase_requests_basket_id_key UNIQUE (basket_id),
  constraint purchase_requests_pkey PRIMARY KEY (id),
  constraint purchase_requests_state_check CHECK ((state = ANY (ARRAY['open'::text, 'taken'::text, 'declined'::text])))
);
CREATE INDEX purchase_requests_ambassador_id_idx ON public.purchase_requests USING btree (ambassador_id);
CREATE INDEX purchase_requests_company_id_idx ON public.purchase_requests USING btree (company_id);
CREATE INDEX purchase_requests_operator_id_requested_at_idx ON public.purchase_requests USING btree (operator_id, requested_at DESC);
comment on table purchase_requests is 'What an operator''s client asks of its operator, who orders.';

create table resale_prices (
  id uuid not null,
  operator_id uuid not null,
  offer_id uuid not null,
  company_id uuid,
  one_off_cents bigint not null,
  monthly_cents bigint not null,
  version integer not null default 1,
  constraint resale_prices_operator_id_offer_id_company_id_key UNIQUE NULLS NOT DISTINCT (operator_id, offer_id, company_id),
  constraint resale_prices_pkey PRIMARY KEY (id),
  constraint resale_prices_monthly_cents_check CHECK ((monthly_cents >= 0)),
  constraint resale_prices_one_off_cents_check CHECK ((one_off_cents >= 0))
);
CREATE INDEX resale_prices_company_id_idx ON public.resale_prices USING btree (company_id);
CREATE INDEX resale_prices_offer_id_idx ON public.resale_prices USING btree (offer_id);
comment on table resale_prices is 'What an operator charges its own clients, for all of them or for one; the carrier never bills it.';

create table right_sites (
  right_id uuid not null,
  site_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  constraint right_sites_pkey PRIMARY KEY (right_id, site_id)
);
CREATE INDEX right_sites_ambassador_id_idx ON public.right_sites USING btree (ambassador_id);
CREATE INDEX right_sites_company_id_idx ON public.right_sites USING btree (company_id);
CREATE INDEX right_sites_operator_id_idx ON public.right_sites USING btree (operator_id);
CREATE INDEX right_sites_site_id_idx ON public.right_sites USING btree (site_id);

create table rights (
  id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  kind text not null,
  universe universe,
  name text not null,
  templates text[] not null default '{}'::text[],
  all_sites boolean not null default true,
  created_at timestamp with time zone not null default app.now(),
  version integer not null default 1,
  constraint rights_pkey PRIMARY KEY (id),
  constraint rights_check CHECK (((kind = 'administrator'::text) = (universe IS NULL))),
  constraint rights_kind_check CHECK ((kind = ANY (ARRAY['administrator'::text, 'universe'::text, 'custom'::text]))),
  constraint rights_name_check CHECK ((name <> ''::text))
);
CREATE INDEX rights_ambassador_id_idx ON public.rights USING btree (ambassador_id);
CREATE INDEX rights_company_id_idx ON public.rights USING btree (company_id);
CREATE INDEX rights_operator_id_idx ON public.rights USING btree (operator_id);
CREATE UNIQUE INDEX rights_company_id_idx1 ON public.rights USING btree (company_id) WHERE (kind = 'administrator'::text);
CREATE UNIQUE INDEX rights_company_id_lower_idx ON public.rights USING btree (company_id, lower(name));
CREATE UNIQUE INDEX rights_company_id_universe_idx ON public.rights USING btree (company_id, universe) WHERE (kind = 'universe'::text);
CREATE UNIQUE INDEX rights_in_company ON public.rights USING btree (id, company_id);

create table sale_terms_versions (
  version text not null,
  published_at timestamp with time zone not null,
  body_fr text not null,
  body_en text not null,
  constraint sale_terms_versions_pkey PRIMARY KEY (version)
);

create table saved_views (
  id uuid not null,
  user_id uuid not null,
  universe universe not null,
  screen text not null,
  name text not null,
  query text not null,
  created_at timestamp with time zone not null default app.now(),
  company_id uuid not null,
  is_shared boolean not null default false,
  constraint saved_views_user_id_universe_screen_name_key UNIQUE (user_id, universe, screen, name),
  constraint saved_views_pkey PRIMARY KEY (id),
  constraint saved_views_name_check CHECK ((name <> ''::text))
);
CREATE INDEX saved_views_company_id_idx ON public.saved_views USING btree (company_id);
CREATE INDEX saved_views_company_id_universe_screen_idx ON public.saved_views USING btree (company_id, universe, screen) WHERE is_shared;
comment on table saved_views is 'Views of a list that a person keeps, or that an administrator shows to the company.';

create table search_entries (
  id uuid not null,
  kind text not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  site_id uuid,
  reference text not null,
  company_reference text not null,
  label text not null,
  sublabel text,
  words text[] not null,
  label_fold text collate "C" not null default ''::text,
  constraint search_entries_pkey PRIMARY KEY (id),
  constraint search_entries_kind_check CHECK ((kind = ANY (ARRAY['company'::text, 'site'::text, 'contact'::text, 'user'::text])))
);
CREATE INDEX search_entries_ambassador_id_idx ON public.search_entries USING btree (ambassador_id);
CREATE INDEX search_entries_company_id_idx ON public.search_entries USING btree (company_id);
CREATE INDEX search_entries_label_fold_idx ON public.search_entries USING btree (label_fold);
CREATE INDEX search_entries_operator_id_idx ON public.search_entries USING btree (operator_id);
CREATE INDEX search_entries_reference_idx ON public.search_entries USING btree (reference);
CREATE INDEX search_entries_site_id_idx ON public.search_entries USING btree (site_id);
comment on column search_entries.label_fold is 'The carrier looks among everybody: a name typed from its beginning is found by its label, without intersecting frequent words.';

create table search_words (
  word text collate "C" not null,
  entry_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  constraint search_words_pkey PRIMARY KEY (entry_id, word)
);
CREATE INDEX search_words_ambassador ON public.search_words USING btree (ambassador_id, word) WHERE (ambassador_id IS NOT NULL);
CREATE INDEX search_words_company ON public.search_words USING btree (company_id, word);
CREATE INDEX search_words_lead ON public.search_words USING btree (word, entry_id);
CREATE INDEX search_words_operator ON public.search_words USING btree (operator_id, word) WHERE (operator_id IS NOT NULL);
comment on table search_words is 'One row per word: a prefix is a range of an index led by the tenant, so the first matches come without reading the others.';

create table services (
  id uuid not null,
  number bigint not null default nextval('service_number_seq'::regclass),
  reference text not null generated always as (('FPC'::text || lpad((number)::text, GREATEST(6, length((number)::text)), '0'::text))) stored,
  subscription_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  site_id uuid not null,
  kind text not null,
  name text not null,
  state service_state not null default 'active'::text,
  created_on date not null,
  closed_on date,
  external_key text,
  constraint services_external_key_key UNIQUE (external_key),
  constraint services_number_key UNIQUE (number),
  constraint services_reference_key UNIQUE (reference),
  constraint services_pkey PRIMARY KEY (id)
);
CREATE INDEX services_ambassador_id_idx ON public.services USING btree (ambassador_id);
CREATE INDEX services_company_id_number_idx ON public.services USING btree (company_id, number DESC);
CREATE INDEX services_operator_id_idx ON public.services USING btree (operator_id);
CREATE INDEX services_site_id_idx ON public.services USING btree (site_id);
CREATE INDEX services_subscription_id_idx ON public.services USING btree (subscription_id);
comment on table services is 'Minimal until each family''s module comes.';
comment on column services.kind is 'ServiceKind of offer-definition.ts.';

create table sessions (
  id uuid not null,
  token_hash bytea not null,
  user_id uuid not null,
  stage text not null,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ip text,
  user_agent text,
  step_up_until timestamp with time zone,
  view_as_user_id uuid,
  view_as_reason text,
  revoked_at timestamp with time zone,
  constraint sessions_token_hash_key UNIQUE (token_hash),
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_stage_check CHECK ((stage = ANY (ARRAY['second_factor'::text, 'enrol_second_factor'::text, 'accept_terms'::text, 'complete'::text])))
);
CREATE INDEX sessions_expires_at_idx ON public.sessions USING btree (expires_at);
CREATE INDEX sessions_user_id_idx ON public.sessions USING btree (user_id) WHERE (revoked_at IS NULL);
CREATE INDEX sessions_view_as_user_id_idx ON public.sessions USING btree (view_as_user_id);

create table sign_in_failures (
  key text not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  delayed_until timestamp with time zone not null,
  constraint sign_in_failures_pkey PRIMARY KEY (key)
);
CREATE INDEX sign_in_failures_last_at_idx ON public.sign_in_failures USING btree (last_at);
comment on table sign_in_failures is 'Failed attempts, by key (login and network, login, network): delays grow, nothing locks for good.';

create table sites (
  id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  name text not null,
  is_head_office boolean not null default false,
  state text not null default 'open'::text,
  closed_on date,
  siret text,
  street text not null default ''::text,
  complement text,
  postcode text not null default ''::text,
  commune_code text,
  city text not null default ''::text,
  country text not null default 'FR'::text,
  phone text,
  opening_hours jsonb,
  onsite_contact_id uuid,
  created_at timestamp with time zone not null default app.now(),
  version integer not null default 1,
  external_key text,
  constraint sites_pkey PRIMARY KEY (id),
  constraint sites_external_key_check CHECK ((external_key <> ''::text)),
  constraint sites_name_check CHECK ((name <> ''::text)),
  constraint sites_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])))
);
CREATE INDEX sites_ambassador_id_idx ON public.sites USING btree (ambassador_id);
CREATE INDEX sites_company_id_name_idx ON public.sites USING btree (company_id, name);
CREATE INDEX sites_onsite_contact_id_idx ON public.sites USING btree (onsite_contact_id);
CREATE INDEX sites_operator_id_idx ON public.sites USING btree (operator_id);
CREATE UNIQUE INDEX sites_company_id_external_key_idx ON public.sites USING btree (company_id, external_key) WHERE (external_key IS NOT NULL);
CREATE UNIQUE INDEX sites_company_id_idx ON public.sites USING btree (company_id) WHERE is_head_office;
CREATE UNIQUE INDEX sites_in_company ON public.sites USING btree (id, company_id);

create table subscription_prices (
  subscription_id uuid not null,
  payer_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  one_off_cents bigint not null default 0,
  monthly_cents bigint not null default 0,
  termination_cents bigint not null default 0,
  lines jsonb not null default '[]'::jsonb,
  constraint subscription_prices_pkey PRIMARY KEY (subscription_id)
);
CREATE INDEX subscription_prices_ambassador_id_idx ON public.subscription_prices USING btree (ambassador_id);
CREATE INDEX subscription_prices_company_id_idx ON public.subscription_prices USING btree (company_id);
CREATE INDEX subscription_prices_payer_id_idx ON public.subscription_prices USING btree (payer_id);
comment on column subscription_prices.lines is 'What makes the monthly fee: [{item, label, quantity, oneOffCents, monthlyCents}].';

create table subscriptions (
  id uuid not null,
  number bigint not null default nextval('subscription_number_seq'::regclass),
  reference text not null generated always as (('OC'::text || lpad((number)::text, GREATEST(5, length((number)::text)), '0'::text))) stored,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  payer_id uuid not null,
  site_id uuid not null,
  site_ids uuid[] not null,
  offer_id uuid not null,
  offer_version_id uuid not null,
  name text not null,
  family text not null,
  state text not null default 'creating'::text,
  quantity integer not null default 1,
  values jsonb not null default '{}'::jsonb,
  company_name text not null,
  company_reference text not null,
  payer_reference text not null,
  city text not null default ''::text,
  pilot_name text,
  delivered_on date,
  last_order_id uuid,
  last_order_number bigint,
  last_order_reference text,
  last_order_kind order_kind,
  last_order_state order_state,
  notice_count integer not null default 1,
  notice_unit notice_unit not null default 'month'::text,
  penalty_basis_points integer not null default 10000,
  long_commitment_waiver boolean not null default false,
  tacit_renewal boolean not null default false,
  created_at timestamp with time zone not null default app.now(),
  activated_on date,
  terminated_on date,
  taken_over boolean not null default false,
  version integer not null default 1,
  name_key text collate "C" not null default ''::text,
  company_key text collate "C" not null default ''::text,
  city_key text collate "C" not null default ''::text,
  pilot_key text collate "C" not null default ''::text,
  last_order_key bigint not null generated always as (COALESCE(last_order_number, (0)::bigint)) stored,
  delivered_key date not null generated always as (COALESCE(delivered_on, 'infinity'::date)) stored,
  payer_number bigint not null generated always as ((SUBSTRING(payer_reference FROM 5))::bigint) stored,
  external_key text,
  renewal_told_for date,
  displayed_state text not null generated always as (
CASE
    WHEN (state = 'terminated'::text) THEN 'terminated'::text
    ELSE COALESCE((last_order_state)::text, 'delivered'::text)
END) stored,
  type_key text collate "C" not null generated always as (COALESCE((last_order_kind)::text, 'creation'::text)) stored,
  state_rank smallint not null generated always as (
CASE
    WHEN (state = 'terminated'::text) THEN 8
    ELSE
    CASE COALESCE((last_order_state)::text, 'delivered'::text)
        WHEN 'awaiting_client'::text THEN 1
        WHEN 'submitted'::text THEN 2
        WHEN 'in_delivery'::text THEN 3
        WHEN 'delivered'::text THEN 4
        WHEN 'cancelled_by_client'::text THEN 5
        WHEN 'cancelled'::text THEN 6
        ELSE 7
    END
END) stored,
  constraint subscriptions_external_key_key UNIQUE (external_key),
  constraint subscriptions_number_key UNIQUE (number),
  constraint subscriptions_reference_key UNIQUE (reference),
  constraint subscriptions_pkey PRIMARY KEY (id),
  constraint subscriptions_notice_count_check CHECK ((notice_count >= 0)),
  constraint subscriptions_penalty_basis_points_check CHECK (((penalty_basis_points >= 0) AND (penalty_basis_points <= 10000))),
  constraint subscriptions_quantity_check CHECK ((quantity > 0)),
  constraint subscriptions_site_ids_check CHECK ((cardinality(site_ids) > 0)),
  constraint subscriptions_state_check CHECK ((state = ANY (ARRAY['creating'::text, 'active'::text, 'termination_requested'::text, 'terminated'::text, 'abandoned'::text])))
);
CREATE INDEX subscriptions_ambassador_id_company_key_number_idx ON public.subscriptions USING btree (ambassador_id, company_key, number) WHERE (ambassador_id IS NOT NULL);
CREATE INDEX subscriptions_ambassador_id_delivered_key_number_idx ON public.subscriptions USING btree (ambassador_id, delivered_key, number) WHERE (ambassador_id IS NOT NULL);
CREATE INDEX subscriptions_ambassador_id_number_name_key_company_key_cit_idx ON public.subscriptions USING btree (ambassador_id, number) INCLUDE (name_key, company_key, city_key, pilot_key, type_key, last_order_key, delivered_key, payer_number, state_rank, state, family) WHERE (ambassador_id IS NOT NULL);
CREATE INDEX subscriptions_ambassador_id_state_rank_number_idx ON public.subscriptions USING btree (ambassador_id, state_rank, number) WHERE (ambassador_id IS NOT NULL);
CREATE INDEX subscriptions_city_key_number_idx ON public.subscriptions USING btree (city_key, number);
CREATE INDEX subscriptions_company_id_idx ON public.subscriptions USING btree (company_id) WHERE (state = ANY (ARRAY['active'::text, 'termination_requested'::text]));
CREATE INDEX subscriptions_company_id_number_name_key_company_key_city_k_idx ON public.subscriptions USING btree (company_id, number) INCLUDE (name_key, company_key, city_key, pilot_key, type_key, last_order_key, delivered_key, payer_number, state_rank, state, family, site_ids);
CREATE INDEX subscriptions_company_key_number_idx ON public.subscriptions USING btree (company_key, number);
CREATE INDEX subscriptions_delivered_key_number_idx ON public.subscriptions USING btree (delivered_key, number);
CREATE INDEX subscriptions_family_number_idx ON public.subscriptions USING btree (family, number);
CREATE INDEX subscriptions_last_order_id_idx ON public.subscriptions USING btree (last_order_id);
CREATE INDEX subscriptions_last_order_key_number_idx ON public.subscriptions USING btree (last_order_key, number);
CREATE INDEX subscriptions_name_key_number_idx ON public.subscriptions USING btree (name_key, number);
CREATE INDEX subscriptions_offer_id_number_idx ON public.subscriptions USING btree (offer_id, number DESC);
CREATE INDEX subscriptions_offer_version_id_idx ON public.subscriptions USING btree (offer_version_id);
CREATE INDEX subscriptions_operator_id_company_key_number_idx ON public.subscriptions USING btree (operator_id, company_key, number) WHERE (operator_id IS NOT NULL);
CREATE INDEX subscriptions_operator_id_delivered_key_number_idx ON public.subscriptions USING btree (operator_id, delivered_key, number) WHERE (operator_id IS NOT NULL);
CREATE INDEX subscriptions_operator_id_number_name_key_company_key_city__idx ON public.subscriptions USING btree (operator_id, number) INCLUDE (name_key, company_key, city_key, pilot_key, type_key, last_order_key, delivered_key, payer_number, state_rank, state, family) WHERE (operator_id IS NOT NULL);
CREATE INDEX subscriptions_operator_id_state_rank_number_idx ON public.subscriptions USING btree (operator_id, state_rank, number) WHERE (operator_id IS NOT NULL);
CREATE INDEX subscriptions_payer_id_idx ON public.subscriptions USING btree (payer_id);
CREATE INDEX subscriptions_payer_number_number_idx ON public.subscriptions USING btree (payer_number, number);
CREATE INDEX subscriptions_pilot_key_number_idx ON public.subscriptions USING btree (pilot_key, number);
CREATE INDEX subscriptions_site_id_idx ON public.subscriptions USING btree (site_id);
CREATE INDEX subscriptions_state_number_idx ON public.subscriptions USING btree (state, number);
CREATE INDEX subscriptions_state_rank_number_idx ON public.subscriptions USING btree (state_rank, number);
CREATE INDEX subscriptions_type_key_number_idx ON public.subscriptions USING btree (type_key, number);
comment on index subscriptions_company_id_idx is 'The contracts that name another one in their form, under the carrier''s and the customers'' roles alike.';
comment on table subscriptions is 'Contracted offers. What their list sorts and compares stands in columns of its own, folded and never null.';
comment on column subscriptions.name is 'Copied from the offer, as contracted.';
comment on column subscriptions.company_name is 'What the list shows, written by the verbs that change it.';
comment on column subscriptions.notice_count is 'Terms of the contract, which may differ from the offer''s.';
comment on column subscriptions.pilot_key is 'Empty: « Aucun ».';
comment on column subscriptions.delivered_key is '« Pas encore livrée » comes after every date.';
comment on column subscriptions.payer_number is 'References of companies are numbers of any width.';
comment on column subscriptions.external_key is 'The carrier''s own key of what it took over: the same file twice makes nothing twice.';
comment on column subscriptions.renewal_told_for is 'Last day of the commitment whose coming renewal was told (code de la consommation, L224-40).';
comment on column subscriptions.displayed_state is '« État » of the list: the last order''s state, terminated once the contract is; a contract taken over from before is delivered.';
comment on column subscriptions.state_rank is 'displayed_state in the order of an order''s life.';

create table template_implications (
  template text not null,
  implied text not null,
  constraint template_implications_pkey PRIMARY KEY (template, implied)
);
comment on table template_implications is 'Templates that others contain. Written from the templates'' own declaration when the portal starts.';

create table template_universes (
  universe universe not null,
  template text not null,
  in_main boolean not null,
  constraint template_universes_pkey PRIMARY KEY (universe, template)
);
comment on table template_universes is 'Templates that a universe offers. Written from the templates'' own declaration when the portal starts.';

create table termination_amounts (
  termination_id uuid not null,
  payer_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  one_off_cents bigint not null,
  penalty_cents bigint not null,
  constraint termination_amounts_pkey PRIMARY KEY (termination_id),
  constraint termination_amounts_one_off_cents_check CHECK ((one_off_cents >= 0)),
  constraint termination_amounts_penalty_cents_check CHECK ((penalty_cents >= 0))
);
CREATE INDEX termination_amounts_ambassador_id_idx ON public.termination_amounts USING btree (ambassador_id);
CREATE INDEX termination_amounts_company_id_idx ON public.termination_amounts USING btree (company_id);
CREATE INDEX termination_amounts_payer_id_idx ON public.termination_amounts USING btree (payer_id);

create table terminations (
  id uuid not null,
  subscription_id uuid not null,
  order_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  site_ids uuid[] not null,
  state text not null default 'pending'::text,
  origin text not null,
  requested_on date not null,
  wished_on date not null,
  notice_count integer not null,
  notice_unit notice_unit not null,
  effective_on date not null,
  billed_until date not null,
  remaining_months integer not null default 0,
  reason text,
  requested_at timestamp with time zone not null,
  requested_by_name text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by_name text,
  closed_at timestamp with time zone,
  version integer not null default 1,
  constraint terminations_order_id_key UNIQUE (order_id),
  constraint terminations_pkey PRIMARY KEY (id),
  constraint terminations_origin_check CHECK ((origin = ANY (ARRAY['portal'::text, 'letter'::text, 'carrier'::text, 'port_out'::text]))),
  constraint terminations_remaining_months_check CHECK ((remaining_months >= 0)),
  constraint terminations_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'withdrawn'::text, 'effective'::text])))
);
CREATE INDEX terminations_ambassador_id_idx ON public.terminations USING btree (ambassador_id);
CREATE INDEX terminations_company_id_idx ON public.terminations USING btree (company_id);
CREATE INDEX terminations_effective_on_idx ON public.terminations USING btree (effective_on) WHERE (state = 'pending'::text);
CREATE INDEX terminations_operator_id_idx ON public.terminations USING btree (operator_id);
CREATE INDEX terminations_subscription_id_idx1 ON public.terminations USING btree (subscription_id);
CREATE UNIQUE INDEX terminations_subscription_id_idx ON public.terminations USING btree (subscription_id) WHERE (state = 'pending'::text);
comment on column terminations.requested_on is 'Day that starts the notice: of the request, or of the letter''s reception.';

create table terms_acceptances (
  user_id uuid not null,
  version text not null,
  accepted_at timestamp with time zone not null,
  ip text,
  constraint terms_acceptances_pkey PRIMARY KEY (user_id, version)
);
CREATE INDEX terms_acceptances_version_idx ON public.terms_acceptances USING btree (version);

create table terms_versions (
  version text not null,
  published_at timestamp with time zone not null,
  body_fr text not null,
  body_en text not null,
  constraint terms_versions_pkey PRIMARY KEY (version)
);

create table user_rights (
  user_id uuid not null,
  right_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  granted_at timestamp with time zone not null default app.now(),
  constraint user_rights_pkey PRIMARY KEY (user_id, right_id)
);
CREATE INDEX user_rights_ambassador_id_idx ON public.user_rights USING btree (ambassador_id);
CREATE INDEX user_rights_company_id_idx ON public.user_rights USING btree (company_id);
CREATE INDEX user_rights_operator_id_idx ON public.user_rights USING btree (operator_id);
CREATE INDEX user_rights_right_id_idx ON public.user_rights USING btree (right_id);

create table users (
  id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  site_id uuid,
  contact_id uuid not null,
  login_number bigint not null default nextval('login_number_seq'::regclass),
  login text not null generated always as (('E-'::text || lpad((login_number)::text, GREATEST(9, length((login_number)::text)), '0'::text))) stored,
  display_name text not null,
  state text not null default 'invited'::text,
  language language not null default 'fr'::text,
  is_administrator boolean not null default false,
  last_universe universe,
  last_sign_in_at timestamp with time zone,
  created_at timestamp with time zone not null default app.now(),
  version integer not null default 1,
  name_fold text collate "C" generated always as (app.folded_person(display_name)) stored,
  invitation_times timestamp with time zone[] not null default '{}'::timestamp with time zone[],
  constraint users_contact_id_key UNIQUE (contact_id),
  constraint users_login_key UNIQUE (login),
  constraint users_login_number_key UNIQUE (login_number),
  constraint users_pkey PRIMARY KEY (id),
  constraint users_state_check CHECK ((state = ANY (ARRAY['invited'::text, 'active'::text, 'suspended'::text])))
);
CREATE INDEX users_ambassador_id_idx ON public.users USING btree (ambassador_id);
CREATE INDEX users_ambassador_id_name_fold_id_idx ON public.users USING btree (ambassador_id, name_fold, id);
CREATE INDEX users_coalesce_id_idx ON public.users USING btree (COALESCE(last_sign_in_at, '1970-01-01 00:00:00+00'::timestamp with time zone), id);
CREATE INDEX users_company_id_display_name_idx ON public.users USING btree (company_id, display_name);
CREATE INDEX users_name_fold_id_idx ON public.users USING btree (name_fold, id);
CREATE INDEX users_name_fold_id_idx1 ON public.users USING btree (name_fold, id) WHERE (last_sign_in_at IS NULL);
CREATE INDEX users_name_fold_idx ON public.users USING gin (name_fold gin_trgm_ops);
CREATE INDEX users_operator_id_idx ON public.users USING btree (operator_id);
CREATE INDEX users_operator_id_name_fold_id_idx ON public.users USING btree (operator_id, name_fold, id);
CREATE INDEX users_site_id_idx ON public.users USING btree (site_id);
CREATE INDEX users_state_coalesce_id_idx ON public.users USING btree (state, COALESCE(last_sign_in_at, '1970-01-01 00:00:00+00'::timestamp with time zone), id);
CREATE INDEX users_state_name_fold_id_idx ON public.users USING btree (state, name_fold, id);
CREATE UNIQUE INDEX users_in_company ON public.users USING btree (id, company_id);
comment on column users.version is 'Who edits a user''s rights says which state they read.';
comment on column users.invitation_times is 'When an invitation was sent again, over the last day: a person''s mailbox is not flooded by whoever may invite.';

CREATE OR REPLACE FUNCTION app.claim_mails(p_worker text, p_at timestamp with time zone, p_wanted uuid[], p_limit integer)
 RETURNS SETOF mails
 LANGUAGE sql
 SET search_path TO 'public', 'app', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'off'
 SET enable_sort TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
-- Claims mails for a worker, those that are due first; p_wanted are due whatever the clock says, and so is a first attempt.
  with due as (
    select id from mails where state = 'queued' and sender is null and parameters is not null
      and (next_attempt_at <= p_at or attempts = 0 or id = any (p_wanted))
    order by next_attempt_at, id limit p_limit for update skip locked
  )
  update mails m set sender = p_worker from due where m.id = due.id returning m.*
$function$
;
create view app.held_rights as
 SELECT user_id,
    company_id,
    universe,
    jsonb_object_agg(template,
        CASE
            WHEN everywhere THEN '"all"'::jsonb
            ELSE sites
        END) AS grants
   FROM ( SELECT held.user_id,
            held.company_id,
            held.universe,
            held.template,
            bool_or(held.everywhere) AS everywhere,
            COALESCE(jsonb_agg(DISTINCT rs.site_id) FILTER (WHERE (rs.site_id IS NOT NULL)), '[]'::jsonb) AS sites
           FROM (( SELECT ur.user_id,
                    r.company_id,
                    tu.universe,
                    contained.template,
                    (r.all_sites OR (r.kind <> 'custom'::text)) AS everywhere,
                    r.id AS right_id
                   FROM ((((user_rights ur
                     JOIN rights r ON ((r.id = ur.right_id)))
                     JOIN companies c ON ((c.id = r.company_id)))
                     JOIN template_universes tu ON ((((tu.universe)::text = ANY (c.universes)) AND
                        CASE r.kind
                            WHEN 'administrator'::text THEN true
                            WHEN 'universe'::text THEN (((tu.universe)::text = (r.universe)::text) AND tu.in_main)
                            ELSE (((tu.universe)::text = (r.universe)::text) AND (tu.template = ANY (r.templates)))
                        END)))
                     CROSS JOIN LATERAL ( SELECT tu.template
                        UNION ALL
                         SELECT i.implied
                           FROM template_implications i
                          WHERE (i.template = tu.template)) contained)) held
             LEFT JOIN right_sites rs ON (((rs.right_id = held.right_id) AND (NOT held.everywhere))))
          GROUP BY held.user_id, held.company_id, held.universe, held.template) summed
  GROUP BY user_id, company_id, universe;
create view app.search_sources as
 SELECT c.id,
    'company'::text AS kind,
    c.id AS company_id,
    c.ambassador_id,
    c.operator_id,
    NULL::uuid AS site_id,
    c.reference,
    c.reference AS company_reference,
    c.name AS label,
    c.siren AS sublabel,
    app.words_of(concat_ws(' '::text, c.name, c.siren, c.vat_number), ARRAY[c.reference], ARRAY[c.phone]) AS words
   FROM companies c
UNION ALL
 SELECT s.id,
    'site'::text AS kind,
    s.company_id,
    s.ambassador_id,
    s.operator_id,
    s.id AS site_id,
    (s.id)::text AS reference,
    c.reference AS company_reference,
    s.name AS label,
    concat_ws(' '::text, s.postcode, s.city) AS sublabel,
    app.words_of(concat_ws(' '::text, s.name, s.street, s.city, s.postcode, s.siret), '{}'::text[], ARRAY[s.phone]) AS words
   FROM (sites s
     JOIN companies c ON ((c.id = s.company_id)))
UNION ALL
 SELECT k.id,
    'contact'::text AS kind,
    k.company_id,
    k.ambassador_id,
    k.operator_id,
    k.site_id,
    (k.id)::text AS reference,
    c.reference AS company_reference,
    btrim(((k.first_name || ' '::text) || k.last_name)) AS label,
    k.email AS sublabel,
    app.words_of(concat_ws(' '::text, k.first_name, k.last_name, split_part(k.email, '@'::text, 1)), '{}'::text[], ARRAY[k.phone, k.mobile]) AS words
   FROM (contacts k
     JOIN companies c ON ((c.id = k.company_id)))
  WHERE (k.archived_at IS NULL)
UNION ALL
 SELECT u.id,
    'user'::text AS kind,
    u.company_id,
    u.ambassador_id,
    u.operator_id,
    u.site_id,
    u.login AS reference,
    c.reference AS company_reference,
    u.display_name AS label,
    u.login AS sublabel,
    app.words_of(''::text, ARRAY[u.login], '{}'::text[]) AS words
   FROM (users u
     JOIN companies c ON ((c.id = u.company_id)));
comment on view app.held_rights is 'What each user holds, added up per universe: template → "all" or a list of sites. Templates contained in others are held with them.';
comment on view app.search_sources is 'What is found by the header search, and by which words.';

-- accountcodes
alter table accountcodes add constraint accountcodes_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table accountcodes add constraint accountcodes_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table accountcodes add constraint accountcodes_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table accountcodes add constraint accountcodes_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id);
alter table accountcodes add constraint accountcodes_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id);
alter table accountcodes add constraint accountcodes_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id);
CREATE TRIGGER stamp BEFORE INSERT ON public.accountcodes FOR EACH ROW EXECUTE FUNCTION app.stamp('select company_id, ambassador_id, operator_id from subscriptions where id = ($1).subscription_id');
CREATE TRIGGER write_keys BEFORE INSERT OR UPDATE OF label, partner_code ON public.accountcodes FOR EACH ROW EXECUTE FUNCTION app.write_accountcode_keys();
alter table accountcodes enable row level security;
create policy ambassador on accountcodes to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy carrier on accountcodes to u_carrier using (true);
create policy client on accountcodes to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on accountcodes to identity using (true);
create policy operator on accountcodes to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy sites on accountcodes as restrictive to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_id = ANY (( SELECT app.site_ids() AS site_ids)::uuid[]))));
create policy worker on accountcodes to worker using (true);
grant insert, select, update on accountcodes to u_carrier, worker;
grant select on accountcodes to u_ambassador, u_operator;
grant update (label, partner_code, version) on accountcodes to u_ambassador, u_operator;

-- activity
alter table activity add constraint activity_actor_company_id_fkey FOREIGN KEY (actor_company_id) REFERENCES companies(id);
alter table activity add constraint activity_actor_user_id_fkey FOREIGN KEY (actor_user_id) REFERENCES users(id);
alter table activity add constraint activity_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table activity add constraint activity_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table activity add constraint activity_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table activity add constraint activity_site_id_fkey FOREIGN KEY (site_id, company_id) REFERENCES sites(id, company_id);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.activity FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
alter table activity enable row level security;
create policy ambassador on activity to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy carrier on activity to u_carrier using (true);
create policy client on activity to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on activity to identity using (true);
create policy no_accountcodes on activity as restrictive for select to u_client, u_end_client using ((object_kind <> 'accountcode'::text));
create policy no_accounts on activity as restrictive for select to u_ambassador, u_operator using (((company_id = ( SELECT app.company_id() AS company_id)) OR (split_part(action, '.'::text, 1) <> ALL (ARRAY['session'::text, 'factor'::text, 'backup_codes'::text, 'password'::text, 'terms'::text]))));
create policy operator on activity to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy own_actor on activity as restrictive for insert to u_ambassador, u_carrier, u_client, u_end_client, u_operator with check (((actor_user_id = ( SELECT app.user_id() AS user_id)) AND (actor_company_id = ( SELECT app.company_id() AS company_id))));
create policy sites on activity as restrictive to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_id = ANY (( SELECT app.site_ids() AS site_ids)::uuid[]))));
create policy worker on activity to worker using (true);
grant insert, select on activity to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;

-- allowed_moves
grant select on allowed_moves to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;

-- backup_codes
alter table backup_codes add constraint backup_codes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);
alter table backup_codes enable row level security;
create policy identity on backup_codes to identity, worker using (true);
grant delete, insert, select, update on backup_codes to identity, worker;

-- basket_lines
alter table basket_lines add constraint basket_lines_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table basket_lines add constraint basket_lines_basket_id_fkey FOREIGN KEY (basket_id, company_id) REFERENCES baskets(id, company_id) ON DELETE CASCADE;
alter table basket_lines add constraint basket_lines_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table basket_lines add constraint basket_lines_offer_version_id_fkey FOREIGN KEY (offer_version_id) REFERENCES offer_versions(id);
alter table basket_lines add constraint basket_lines_onsite_contact_id_fkey FOREIGN KEY (onsite_contact_id, company_id) REFERENCES contacts(id, company_id);
alter table basket_lines add constraint basket_lines_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table basket_lines add constraint basket_lines_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id);
CREATE TRIGGER stamp BEFORE INSERT ON public.basket_lines FOR EACH ROW EXECUTE FUNCTION app.stamp('select nullif(c.ambassador_id, c.id) as ambassador_id, nullif(c.operator_id, c.id) as operator_id from companies c where c.id = ($1).company_id');
alter table basket_lines enable row level security;
create policy ambassador on basket_lines to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy author_delete on basket_lines as restrictive for delete to u_ambassador, u_carrier, u_client, u_end_client, u_operator using ((EXISTS ( SELECT
   FROM baskets b
  WHERE ((b.id = basket_lines.basket_id) AND (b.user_id = ( SELECT app.user_id() AS user_id))))));
create policy author_insert on basket_lines as restrictive for insert to u_ambassador, u_carrier, u_client, u_end_client, u_operator with check ((EXISTS ( SELECT
   FROM baskets b
  WHERE ((b.id = basket_lines.basket_id) AND (b.user_id = ( SELECT app.user_id() AS user_id))))));
create policy author_update on basket_lines as restrictive for update to u_ambassador, u_carrier, u_client, u_end_client, u_operator using ((EXISTS ( SELECT
   FROM baskets b
  WHERE ((b.id = basket_lines.basket_id) AND (b.user_id = ( SELECT app.user_id() AS user_id))))));
create policy carrier on basket_lines to u_carrier using (true);
create policy client on basket_lines to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on basket_lines to identity using (true);
create policy operator on basket_lines to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy own_basket on basket_lines as restrictive to u_ambassador, u_carrier, u_client, u_end_client, u_operator using ((EXISTS ( SELECT
   FROM baskets b
  WHERE (b.id = basket_lines.basket_id))));
create policy worker on basket_lines to worker using (true);
grant delete, insert, select on basket_lines to u_ambassador, u_carrier, u_client, u_end_client, u_operator;
grant delete, insert, select, update on basket_lines to worker;
grant update ("position", offer_version_id, site_ids, "values", commitment_months, wished_on, onsite_contact_id, seen, version) on basket_lines to u_ambassador, u_carrier, u_client, u_end_client, u_operator;

-- baskets
alter table baskets add constraint baskets_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table baskets add constraint baskets_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table baskets add constraint baskets_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table baskets add constraint baskets_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);
CREATE TRIGGER stamp BEFORE INSERT ON public.baskets FOR EACH ROW EXECUTE FUNCTION app.stamp('select nullif(c.ambassador_id, c.id) as ambassador_id, nullif(c.operator_id, c.id) as operator_id from companies c where c.id = ($1).company_id');
alter table baskets enable row level security;
create policy ambassador on baskets to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy author_delete on baskets as restrictive for delete to u_ambassador, u_carrier, u_client, u_end_client, u_operator using ((user_id = ( SELECT app.user_id() AS user_id)));
create policy author_insert on baskets as restrictive for insert to u_ambassador, u_carrier, u_client, u_end_client, u_operator with check ((user_id = ( SELECT app.user_id() AS user_id)));
create policy author_update on baskets as restrictive for update to u_ambassador, u_carrier, u_client, u_end_client, u_operator using ((user_id = ( SELECT app.user_id() AS user_id)));
create policy carrier on baskets to u_carrier using (true);
create policy client on baskets to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on baskets to identity using (true);
create policy operator on baskets to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy own_basket on baskets as restrictive to u_ambassador, u_carrier, u_client, u_end_client, u_operator using (((user_id = ( SELECT app.user_id() AS user_id)) OR ((state = 'requested'::text) AND (current_setting('role'::text) = 'u_operator'::text))));
create policy worker on baskets to worker using (true);
grant delete, insert, select on baskets to u_ambassador, u_carrier, u_client, u_end_client, u_operator;
grant delete, insert, select, update on baskets to worker;
grant update (state, updated_at, version) on baskets to u_ambassador, u_carrier, u_client, u_end_client, u_operator;

-- bulk_items
alter table bulk_items add constraint bulk_items_run_id_fkey FOREIGN KEY (run_id) REFERENCES bulk_runs(id) ON DELETE CASCADE;
alter table bulk_items enable row level security;
create policy of_own_run on bulk_items to u_ambassador, u_carrier, u_client, u_end_client, u_operator using ((EXISTS ( SELECT
   FROM bulk_runs r
  WHERE (r.id = bulk_items.run_id))));
create policy worker on bulk_items to worker using (true);
grant delete, insert, select, update on bulk_items to worker;
grant insert, select on bulk_items to u_ambassador, u_carrier, u_client, u_end_client, u_operator;
grant update (seen, state, problem, field) on bulk_items to u_ambassador, u_carrier, u_client, u_end_client, u_operator;

-- bulk_runs
alter table bulk_runs add constraint bulk_runs_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table bulk_runs add constraint bulk_runs_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table bulk_runs add constraint bulk_runs_id_fkey FOREIGN KEY (id) REFERENCES job_progress(id) ON DELETE CASCADE;
alter table bulk_runs add constraint bulk_runs_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table bulk_runs add constraint bulk_runs_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.bulk_runs FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
alter table bulk_runs enable row level security;
create policy own on bulk_runs to u_ambassador, u_carrier, u_client, u_end_client, u_operator using ((user_id = ( SELECT app.user_id() AS user_id))) with check ((user_id = ( SELECT app.user_id() AS user_id)));
create policy own_company on bulk_runs as restrictive for insert to u_ambassador, u_carrier, u_client, u_end_client, u_operator with check ((company_id = ( SELECT app.company_id() AS company_id)));
create policy worker on bulk_runs to worker using (true);
grant delete, insert, select, update on bulk_runs to worker;
grant insert, select on bulk_runs to u_ambassador, u_carrier, u_client, u_end_client, u_operator;
grant update (session_id) on bulk_runs to u_ambassador, u_carrier, u_client, u_end_client, u_operator;

-- challenges
alter table challenges add constraint challenges_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions(id);
alter table challenges add constraint challenges_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);
alter table challenges enable row level security;
create policy identity on challenges to identity, worker using (true);
grant delete, insert, select, update on challenges to identity, worker;

-- commerce_documents
alter table commerce_documents add constraint commerce_documents_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table commerce_documents add constraint commerce_documents_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table commerce_documents add constraint commerce_documents_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id);
alter table commerce_documents add constraint commerce_documents_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table commerce_documents add constraint commerce_documents_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id);
alter table commerce_documents add constraint commerce_documents_payer_id_fkey FOREIGN KEY (payer_id) REFERENCES companies(id);
alter table commerce_documents add constraint commerce_documents_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id);
CREATE TRIGGER stamp BEFORE INSERT ON public.commerce_documents FOR EACH ROW EXECUTE FUNCTION app.stamp('select company_id, ambassador_id, operator_id, payer_id, site_ids from subscriptions where id = ($1).subscription_id');
alter table commerce_documents enable row level security;
create policy ambassador on commerce_documents to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy amounts on commerce_documents as restrictive to u_end_client using ((NOT shows_amounts));
create policy carrier on commerce_documents to u_carrier using (true);
create policy client on commerce_documents to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on commerce_documents to identity using (true);
create policy operator on commerce_documents to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy paid on commerce_documents as restrictive to u_client, u_operator using (((NOT shows_amounts) OR (payer_id = ( SELECT app.company_id() AS company_id))));
create policy paid_by_client on commerce_documents as restrictive to u_ambassador using (((NOT shows_amounts) OR (payer_id = company_id)));
create policy shared on commerce_documents as restrictive to u_ambassador, u_client, u_end_client, u_operator using ((NOT internal));
create policy sites on commerce_documents as restrictive to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_ids && ( SELECT app.site_ids() AS site_ids))));
create policy worker on commerce_documents to worker using (true);
grant insert, select, update on commerce_documents to u_carrier, worker;
grant select on commerce_documents to u_ambassador, u_client, u_end_client, u_operator;

-- commitment_amounts
alter table commitment_amounts add constraint commitment_amounts_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table commitment_amounts add constraint commitment_amounts_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitments(id);
alter table commitment_amounts add constraint commitment_amounts_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table commitment_amounts add constraint commitment_amounts_payer_id_fkey FOREIGN KEY (payer_id) REFERENCES companies(id);
CREATE TRIGGER stamp BEFORE INSERT ON public.commitment_amounts FOR EACH ROW EXECUTE FUNCTION app.stamp('select s.company_id, s.ambassador_id, s.payer_id from commitments c join subscriptions s on s.id = c.subscription_id where c.id = ($1).commitment_id');
alter table commitment_amounts enable row level security;
create policy ambassador on commitment_amounts to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy own on commitment_amounts as restrictive to u_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy payer on commitment_amounts to u_client, u_operator using ((payer_id = ( SELECT app.company_id() AS company_id)));
create policy staff on commitment_amounts to u_carrier, worker using (true);
grant insert, select, update on commitment_amounts to u_carrier, worker;
grant select on commitment_amounts to u_ambassador, u_client, u_operator;

-- commitments
alter table commitments add constraint commitments_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table commitments add constraint commitments_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table commitments add constraint commitments_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table commitments add constraint commitments_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id);
alter table commitments add constraint commitments_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id);
CREATE TRIGGER stamp BEFORE INSERT ON public.commitments FOR EACH ROW EXECUTE FUNCTION app.stamp('select company_id, ambassador_id, operator_id, site_ids from subscriptions where id = ($1).subscription_id');
alter table commitments enable row level security;
create policy ambassador on commitments to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy carrier on commitments to u_carrier using (true);
create policy client on commitments to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on commitments to identity using (true);
create policy operator on commitments to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy sites on commitments as restrictive to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_ids && ( SELECT app.site_ids() AS site_ids))));
create policy worker on commitments to worker using (true);
grant insert, select, update on commitments to u_carrier, worker;
grant select on commitments to u_ambassador, u_client, u_end_client, u_operator;

-- companies
alter table companies add constraint companies_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table companies add constraint companies_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
CREATE TRIGGER demand_second_factor AFTER UPDATE OF second_factor_required ON public.companies FOR EACH ROW WHEN ((new.second_factor_required AND (NOT old.second_factor_required))) EXECUTE FUNCTION app.demand_second_factor();
CREATE TRIGGER index_for_search AFTER INSERT OR UPDATE OF name, siren, vat_number, phone, ambassador_id, operator_id ON public.companies FOR EACH ROW EXECUTE FUNCTION app.index_for_search('company');
CREATE TRIGGER keep_identity BEFORE UPDATE OF name, vat_number, legal_form ON public.companies FOR EACH ROW WHEN (((old.name IS DISTINCT FROM new.name) OR (old.vat_number IS DISTINCT FROM new.vat_number) OR (old.legal_form IS DISTINCT FROM new.legal_form))) EXECUTE FUNCTION app.keep_identity();
CREATE TRIGGER refresh_effective_rights AFTER UPDATE OF universes ON public.companies FOR EACH ROW EXECUTE FUNCTION app.refresh_rights_of('select id from users where company_id = ($1).id');
CREATE TRIGGER rename_on_contracts AFTER UPDATE OF name ON public.companies FOR EACH ROW WHEN ((old.name IS DISTINCT FROM new.name)) EXECUTE FUNCTION app.rename_on_contracts();
CREATE TRIGGER subscribe_administrators AFTER UPDATE OF universes ON public.companies FOR EACH ROW WHEN ((new.universes IS DISTINCT FROM old.universes)) EXECUTE FUNCTION app.subscribe_administrators_of_company();
alter table companies enable row level security;
create policy ambassador on companies to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy carrier on companies to u_carrier using (true);
create policy client on companies to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on companies to identity using (true);
create policy operator on companies to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy plain_clients on companies as restrictive for insert to u_ambassador, u_operator with check ((universes = ARRAY['client'::text]));
create policy worker on companies to worker using (true);
grant insert (id, ambassador_id, operator_id, universes, name, siren, vat_number, ape_code, size, legal_form, einvoicing_address, comment, website, phone, email_sales, email_technical, email_order_desk, email_administrative) on companies to u_ambassador, u_operator;
grant insert, select, update on companies to u_carrier, worker;
grant select on companies to identity, u_ambassador, u_client, u_end_client, u_operator;
grant update (ambassador_id, operator_id) on companies to worker;
grant update (name, vat_number, ape_code, size, legal_form, einvoicing_address, comment, website, phone, email_sales, email_technical, email_order_desk, email_administrative, second_factor_required, version) on companies to u_ambassador, u_client, u_end_client, u_operator;

-- company_notes
alter table company_notes add constraint company_notes_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table company_notes enable row level security;
create policy carrier on company_notes to u_carrier, worker using (true);
grant delete, insert, select, update on company_notes to u_carrier, worker;

-- company_notification_addresses
alter table company_notification_addresses add constraint company_notification_addresses_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table company_notification_addresses add constraint company_notification_addresses_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table company_notification_addresses add constraint company_notification_addresses_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.company_notification_addresses FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
alter table company_notification_addresses enable row level security;
create policy ambassador on company_notification_addresses to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy carrier on company_notification_addresses to u_carrier using (true);
create policy client on company_notification_addresses to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on company_notification_addresses to identity using (true);
create policy operator on company_notification_addresses to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy worker on company_notification_addresses to worker using (true);
grant insert, select, update on company_notification_addresses to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;

-- company_proposals
alter table company_proposals add constraint company_proposals_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table company_proposals add constraint company_proposals_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table company_proposals add constraint company_proposals_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.company_proposals FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
alter table company_proposals enable row level security;
create policy ambassador on company_proposals to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy carrier on company_proposals to u_carrier using (true);
create policy client on company_proposals to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on company_proposals to identity using (true);
create policy operator on company_proposals to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy own_answer on company_proposals as restrictive for update to u_ambassador, u_client, u_end_client, u_operator with check (((state = ANY (ARRAY['pending'::text, 'withdrawn'::text])) AND (answer IS NULL)));
create policy own_part on company_proposals as restrictive for insert to u_ambassador, u_client, u_end_client, u_operator with check (((answer IS NULL) AND ((state = 'pending'::text) OR ((state = 'applied'::text) AND (company_id = app.company_id()) AND (field = ANY (ARRAY['name'::text, 'vat_number'::text, 'legal_form'::text]))))));
create policy sites on company_proposals as restrictive to u_client, u_end_client using (( SELECT app.all_sites() AS all_sites));
create policy worker on company_proposals to worker using (true);
grant insert, select on company_proposals to u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
grant select on company_proposals to identity;
grant update (ambassador_id, operator_id, state, answer, answered_at) on company_proposals to worker;
grant update (state, answer, answered_at) on company_proposals to u_ambassador, u_carrier, u_client, u_end_client, u_operator;

-- contact_subscriptions
alter table contact_subscriptions add constraint contact_subscriptions_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table contact_subscriptions add constraint contact_subscriptions_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table contact_subscriptions add constraint contact_subscriptions_contact_id_company_id_fkey FOREIGN KEY (contact_id, company_id) REFERENCES contacts(id, company_id);
alter table contact_subscriptions add constraint contact_subscriptions_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.contact_subscriptions FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
alter table contact_subscriptions enable row level security;
create policy ambassador on contact_subscriptions to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy carrier on contact_subscriptions to u_carrier using (true);
create policy client on contact_subscriptions to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on contact_subscriptions to identity using (true);
create policy operator on contact_subscriptions to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy worker on contact_subscriptions to worker using (true);
grant insert, select, update on contact_subscriptions to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;

-- contacts
alter table contacts add constraint contacts_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table contacts add constraint contacts_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table contacts add constraint contacts_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table contacts add constraint contacts_site_id_fkey FOREIGN KEY (site_id, company_id) REFERENCES sites(id, company_id);
CREATE TRIGGER end_links AFTER UPDATE OF email ON public.contacts FOR EACH ROW WHEN ((old.email IS DISTINCT FROM new.email)) EXECUTE FUNCTION app.end_links_of_former_address();
CREATE TRIGGER follow_contact AFTER UPDATE OF first_name, last_name, site_id ON public.contacts FOR EACH ROW WHEN (((old.first_name IS DISTINCT FROM new.first_name) OR (old.last_name IS DISTINCT FROM new.last_name) OR (old.site_id IS DISTINCT FROM new.site_id))) EXECUTE FUNCTION app.follow_contact();
CREATE TRIGGER index_for_search AFTER INSERT OR UPDATE OF first_name, last_name, email, phone, mobile, site_id, archived_at, ambassador_id, operator_id ON public.contacts FOR EACH ROW EXECUTE FUNCTION app.index_for_search('contact');
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.contacts FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
alter table contacts enable row level security;
create policy ambassador on contacts to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy carrier on contacts to u_carrier using (true);
create policy client on contacts to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on contacts to identity using (true);
create policy operator on contacts to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy sites on contacts as restrictive to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_id = ANY (( SELECT app.site_ids() AS site_ids)::uuid[]))));
create policy worker on contacts to worker using (true);
grant insert, select on contacts to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
grant update (ambassador_id, operator_id, site_id, first_name, last_name, job_title, phone, mobile, email, archived_at, version, external_key) on contacts to worker;
grant update (site_id, first_name, last_name, job_title, phone, mobile, email, archived_at, version) on contacts to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator;

-- credentials
alter table credentials add constraint credentials_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);
alter table credentials enable row level security;
create policy identity on credentials to identity, worker using (true);
grant delete, insert, select, update on credentials to identity, worker;

-- demonstration_parts
alter table demonstration_parts enable row level security;
create policy worker on demonstration_parts to worker using (true);
grant select on demonstration_parts to worker;

-- effective_rights
alter table effective_rights add constraint effective_rights_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table effective_rights add constraint effective_rights_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);
alter table effective_rights enable row level security;
create policy client on effective_rights to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy partner on effective_rights to u_ambassador, u_operator using ((EXISTS ( SELECT
   FROM users u
  WHERE (u.id = effective_rights.user_id))));
create policy staff on effective_rights to identity, u_carrier, worker using (true);
grant select on effective_rights to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;

-- factors
alter table factors add constraint factors_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);
alter table factors enable row level security;
create policy identity on factors to identity, worker using (true);
grant delete, insert, select, update on factors to identity, worker;

-- files
alter table files add constraint files_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table files add constraint files_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table files add constraint files_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table files add constraint files_site_id_fkey FOREIGN KEY (site_id, company_id) REFERENCES sites(id, company_id);
alter table files add constraint files_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.files FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
alter table files enable row level security;
create policy ambassador on files to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy carrier on files to u_carrier using (true);
create policy client on files to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on files to identity using (true);
create policy operator on files to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy sites on files as restrictive to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_id = ANY (( SELECT app.site_ids() AS site_ids)::uuid[]))));
create policy worker on files to worker using (true);
grant delete, insert, select, update on files to worker;
grant insert, select on files to u_ambassador, u_carrier, u_client, u_end_client, u_operator;

-- idempotency_keys
alter table idempotency_keys add constraint idempotency_keys_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);
alter table idempotency_keys enable row level security;
create policy own on idempotency_keys to u_ambassador, u_carrier, u_client, u_end_client, u_operator using ((user_id = ( SELECT app.user_id() AS user_id)));
create policy technique on idempotency_keys to identity, worker using (true);
grant delete, insert, select, update on idempotency_keys to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;

-- import_rows
alter table import_rows add constraint import_rows_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE CASCADE;
alter table import_rows enable row level security;
create policy carrier on import_rows to u_carrier, worker using (true);
grant delete, insert, select, update on import_rows to u_carrier, worker;

-- imports
alter table imports add constraint imports_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table imports add constraint imports_started_by_user_id_fkey FOREIGN KEY (started_by_user_id) REFERENCES users(id);
alter table imports enable row level security;
create policy carrier on imports to u_carrier, worker using (true);
grant insert, select, update on imports to u_carrier, worker;

-- installation

-- issuer_settings
alter table issuer_settings add constraint issuer_settings_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table issuer_settings enable row level security;
create policy carrier on issuer_settings to u_carrier, worker using (true);
create policy readers on issuer_settings for select to identity, u_ambassador, u_client, u_end_client, u_operator using (true);
grant insert, select, update on issuer_settings to u_carrier, worker;
grant select (company_id, legal_name, legal_form, capital_cents, rcs_city, siren, vat_number, creditor_identifier, iban_masked, bic, street, complement, postcode, city, country, phone, website, sender_name, sender_email, terms_of_sale_version, terms_of_sale, logo, logo_type, updated_at, version) on issuer_settings to identity, u_ambassador, u_client, u_end_client, u_operator;

-- job_progress
alter table job_progress add constraint job_progress_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table job_progress add constraint job_progress_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table job_progress add constraint job_progress_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table job_progress add constraint job_progress_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);
CREATE TRIGGER announce_progress AFTER INSERT OR UPDATE ON public.job_progress FOR EACH ROW EXECUTE FUNCTION app.announce_progress();
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.job_progress FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
alter table job_progress enable row level security;
create policy own on job_progress to u_ambassador, u_carrier, u_client, u_end_client, u_operator using ((user_id = ( SELECT app.user_id() AS user_id))) with check ((user_id = ( SELECT app.user_id() AS user_id)));
create policy own_company on job_progress as restrictive for insert to u_ambassador, u_carrier, u_client, u_end_client, u_operator with check ((company_id = ( SELECT app.company_id() AS company_id)));
create policy worker on job_progress to worker using (true);
grant delete, insert, select, update on job_progress to worker;
grant insert, select on job_progress to u_ambassador, u_carrier, u_client, u_end_client, u_operator;
grant update (state, cancel_requested) on job_progress to u_ambassador, u_carrier, u_client, u_end_client, u_operator;

-- kept_objects
alter table kept_objects add constraint kept_objects_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table kept_objects add constraint kept_objects_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
alter table kept_objects enable row level security;
create policy own on kept_objects to u_ambassador, u_carrier, u_client, u_end_client, u_operator using ((user_id = ( SELECT app.user_id() AS user_id))) with check (((user_id = ( SELECT app.user_id() AS user_id)) AND (company_id = ( SELECT app.company_id() AS company_id))));
create policy technique on kept_objects to identity, worker using (true);
grant delete, insert, select, update on kept_objects to u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;

-- known_places
alter table known_places add constraint known_places_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);
alter table known_places enable row level security;
create policy identity on known_places to identity, worker using (true);
grant delete, insert, select, update on known_places to identity, worker;

-- mail_attempts
alter table mail_attempts add constraint mail_attempts_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mails(id) ON DELETE CASCADE;
alter table mail_attempts enable row level security;
create policy carrier on mail_attempts to u_carrier, worker using (true);
grant delete, insert, select, update on mail_attempts to worker;
grant insert, select on mail_attempts to u_carrier;

-- mails
alter table mails add constraint mails_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table mails add constraint mails_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table mails add constraint mails_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table mails add constraint mails_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);
CREATE TRIGGER hold_restored BEFORE INSERT ON public.mails FOR EACH ROW EXECUTE FUNCTION app.hold_restored_mail();
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.mails FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
alter table mails enable row level security;
create policy carrier on mails to u_carrier using (true);
create policy worker on mails to worker using (true);
grant delete, insert, select, update on mails to worker;
grant select (id, message_id, company_id, ambassador_id, operator_id, user_id, to_address, login, template, language, subject, state, attempts, last_error, next_attempt_at, created_at, updated_at, sent_at, content) on mails to u_carrier;

-- migrations

-- notification_digests
alter table notification_digests add constraint notification_digests_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id);
alter table notification_digests add constraint notification_digests_event_id_fkey FOREIGN KEY (event_id) REFERENCES notification_events(id);
alter table notification_digests enable row level security;
create policy worker on notification_digests to worker using (true);
grant delete, insert, select, update on notification_digests to worker;

-- notification_events
alter table notification_events add constraint notification_events_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table notification_events add constraint notification_events_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table notification_events add constraint notification_events_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table notification_events add constraint notification_events_site_id_company_id_fkey FOREIGN KEY (site_id, company_id) REFERENCES sites(id, company_id);
CREATE TRIGGER stamp_event BEFORE INSERT ON public.notification_events FOR EACH ROW EXECUTE FUNCTION app.stamp('select c.ambassador_id, c.operator_id, c.reference as company_reference, c.name as company_name from companies c where c.id = ($1).company_id');
alter table notification_events enable row level security;
create policy ambassador on notification_events for insert to u_ambassador with check ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy carrier on notification_events for insert to u_carrier with check (true);
create policy client on notification_events for insert to u_client, u_end_client with check ((company_id = ( SELECT app.company_id() AS company_id)));
create policy operator on notification_events for insert to u_operator with check ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy told on notification_events for select to u_ambassador, u_carrier, u_client, u_end_client, u_operator using ((EXISTS ( SELECT
   FROM notifications n
  WHERE ((n.event_id = notification_events.id) AND (n.user_id = ( SELECT app.user_id() AS user_id))))));
create policy worker on notification_events to worker using (true);
grant delete, insert, select, update on notification_events to worker;
grant insert, select on notification_events to u_ambassador, u_carrier, u_client, u_end_client, u_operator;

-- notification_mails
alter table notification_mails add constraint notification_mails_event_id_fkey FOREIGN KEY (event_id) REFERENCES notification_events(id);
alter table notification_mails enable row level security;
create policy worker on notification_mails to worker using (true);
grant delete, insert, select, update on notification_mails to worker;

-- notification_preferences
alter table notification_preferences add constraint notification_preferences_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table notification_preferences add constraint notification_preferences_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table notification_preferences add constraint notification_preferences_contact_id_company_id_fkey FOREIGN KEY (contact_id, company_id) REFERENCES contacts(id, company_id);
alter table notification_preferences add constraint notification_preferences_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.notification_preferences FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
alter table notification_preferences enable row level security;
create policy ambassador on notification_preferences to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy carrier on notification_preferences to u_carrier using (true);
create policy client on notification_preferences to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on notification_preferences to identity using (true);
create policy operator on notification_preferences to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy worker on notification_preferences to worker using (true);
grant insert, select, update on notification_preferences to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;

-- notification_unsubscriptions
alter table notification_unsubscriptions add constraint notification_unsubscriptions_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table notification_unsubscriptions enable row level security;
create policy technique on notification_unsubscriptions to identity, worker using (true);
grant insert, select, update on notification_unsubscriptions to identity, worker;

-- notifications
alter table notifications add constraint notifications_event_id_fkey FOREIGN KEY (event_id) REFERENCES notification_events(id);
alter table notifications add constraint notifications_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);
alter table notifications enable row level security;
create policy own on notifications to u_ambassador, u_carrier, u_client, u_end_client, u_operator using ((user_id = ( SELECT app.user_id() AS user_id)));
create policy worker on notifications to worker using (true);
grant delete, insert, select, update on notifications to worker;
grant select on notifications to u_ambassador, u_carrier, u_client, u_end_client, u_operator;
grant update (read_at) on notifications to u_ambassador, u_carrier, u_client, u_end_client, u_operator;

-- offer_delivery_times
alter table offer_delivery_times add constraint offer_delivery_times_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offers(id);
alter table offer_delivery_times enable row level security;
create policy readers on offer_delivery_times for select to u_ambassador, u_client, u_end_client, u_operator using (true);
create policy staff on offer_delivery_times to identity, u_carrier, worker using (true);
grant delete, insert, select, update on offer_delivery_times to u_carrier, worker;
grant select on offer_delivery_times to u_ambassador, u_client, u_end_client, u_operator;

-- offer_families
alter table offer_families enable row level security;
create policy readers on offer_families for select to u_ambassador, u_client, u_end_client, u_operator using (true);
create policy staff on offer_families to identity, u_carrier, worker using (true);
grant delete, insert, select, update on offer_families to u_carrier, worker;
grant select on offer_families to u_ambassador, u_client, u_end_client, u_operator;

-- offer_prices
alter table offer_prices add constraint offer_prices_version_id_fkey FOREIGN KEY (version_id) REFERENCES offer_versions(id) ON DELETE CASCADE;
CREATE TRIGGER keep_ordered_prices BEFORE INSERT OR DELETE OR UPDATE ON public.offer_prices FOR EACH ROW EXECUTE FUNCTION app.keep_ordered_prices();
alter table offer_prices enable row level security;
create policy public_prices on offer_prices for select to u_ambassador, u_client, u_operator using ((price_list = 'public'::text));
create policy staff on offer_prices to identity, u_carrier, worker using (true);
create policy wholesale_prices on offer_prices for select to u_operator using ((price_list = 'wholesale'::text));
grant delete, insert, select, update on offer_prices to u_carrier, worker;
grant select on offer_prices to u_ambassador, u_client, u_operator;

-- offer_sheets
alter table offer_sheets add constraint offer_sheets_version_id_fkey FOREIGN KEY (version_id) REFERENCES offer_versions(id) ON DELETE CASCADE;
alter table offer_sheets enable row level security;
create policy readers on offer_sheets for select to u_ambassador, u_client, u_end_client, u_operator using (true);
create policy staff on offer_sheets to identity, u_carrier, worker using (true);
grant delete, insert, select, update on offer_sheets to u_carrier, worker;
grant select on offer_sheets to u_ambassador, u_client, u_end_client, u_operator;

-- offer_versions
alter table offer_versions add constraint offer_versions_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offers(id);
CREATE TRIGGER keep_ordered_version BEFORE UPDATE ON public.offer_versions FOR EACH ROW EXECUTE FUNCTION app.keep_ordered_version();
alter table offer_versions enable row level security;
create policy readers on offer_versions for select to u_ambassador, u_client, u_end_client, u_operator using ((state = 'published'::text));
create policy staff on offer_versions to identity, u_carrier, worker using (true);
grant delete, insert, select, update on offer_versions to u_carrier, worker;
grant select on offer_versions to u_ambassador, u_client, u_end_client, u_operator;

-- offers
alter table offers add constraint offers_family_fkey FOREIGN KEY (family) REFERENCES offer_families(code);
alter table offers enable row level security;
create policy readers on offers for select to u_ambassador, u_client, u_end_client, u_operator using ((state <> 'draft'::text));
create policy staff on offers to identity, u_carrier, worker using (true);
grant delete, insert, select, update on offers to u_carrier, worker;
grant select on offers to u_ambassador, u_client, u_end_client, u_operator;

-- order_amendment_amounts
alter table order_amendment_amounts add constraint order_amendment_amounts_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table order_amendment_amounts add constraint order_amendment_amounts_amendment_id_fkey FOREIGN KEY (amendment_id) REFERENCES order_amendments(id);
alter table order_amendment_amounts add constraint order_amendment_amounts_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table order_amendment_amounts add constraint order_amendment_amounts_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id);
alter table order_amendment_amounts add constraint order_amendment_amounts_payer_id_fkey FOREIGN KEY (payer_id) REFERENCES companies(id);
CREATE TRIGGER stamp BEFORE INSERT ON public.order_amendment_amounts FOR EACH ROW EXECUTE FUNCTION app.stamp('select o.id as order_id, o.company_id, o.ambassador_id, o.payer_id from order_amendments a join orders o on o.id = a.order_id where a.id = ($1).amendment_id');
alter table order_amendment_amounts enable row level security;
create policy ambassador on order_amendment_amounts to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy own on order_amendment_amounts as restrictive to u_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy payer on order_amendment_amounts to u_client, u_operator using ((payer_id = ( SELECT app.company_id() AS company_id)));
create policy staff on order_amendment_amounts to u_carrier, worker using (true);
grant insert, select, update on order_amendment_amounts to u_carrier, worker;
grant select on order_amendment_amounts to u_ambassador, u_client, u_operator;

-- order_amendments
alter table order_amendments add constraint order_amendments_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table order_amendments add constraint order_amendments_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table order_amendments add constraint order_amendments_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table order_amendments add constraint order_amendments_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id);
CREATE TRIGGER stamp BEFORE INSERT ON public.order_amendments FOR EACH ROW EXECUTE FUNCTION app.stamp('select company_id, ambassador_id, operator_id, site_ids from orders where id = ($1).order_id');
alter table order_amendments enable row level security;
create policy ambassador on order_amendments to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy carrier on order_amendments to u_carrier using (true);
create policy client on order_amendments to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on order_amendments to identity using (true);
create policy operator on order_amendments to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy sites on order_amendments as restrictive to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_ids && ( SELECT app.site_ids() AS site_ids))));
create policy worker on order_amendments to worker using (true);
grant insert, select on order_amendments to u_carrier, worker;
grant select on order_amendments to u_ambassador, u_client, u_end_client, u_operator;

-- order_batches
alter table order_batches add constraint order_batches_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table order_batches add constraint order_batches_basket_id_fkey FOREIGN KEY (basket_id, company_id) REFERENCES baskets(id, company_id);
alter table order_batches add constraint order_batches_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table order_batches add constraint order_batches_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table order_batches add constraint order_batches_payer_id_fkey FOREIGN KEY (payer_id) REFERENCES companies(id);
alter table order_batches add constraint order_batches_placed_by_user_id_fkey FOREIGN KEY (placed_by_user_id) REFERENCES users(id);
alter table order_batches add constraint order_batches_terms_version_fkey FOREIGN KEY (terms_version) REFERENCES sale_terms_versions(version);
CREATE TRIGGER stamp BEFORE INSERT ON public.order_batches FOR EACH ROW EXECUTE FUNCTION app.stamp('select nullif(c.ambassador_id, c.id) as ambassador_id, nullif(c.operator_id, c.id) as operator_id, coalesce(nullif(c.operator_id, c.id), c.id) as payer_id
  from companies c where c.id = ($1).company_id');
alter table order_batches enable row level security;
create policy ambassador on order_batches to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy carrier on order_batches to u_carrier using (true);
create policy client on order_batches to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on order_batches to identity using (true);
create policy operator on order_batches to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy own_name on order_batches as restrictive for insert to u_ambassador, u_client, u_operator with check ((placed_by_user_id = ( SELECT app.user_id() AS user_id)));
create policy worker on order_batches to worker using (true);
grant insert, select on order_batches to u_ambassador, u_client, u_operator;
grant insert, select, update on order_batches to u_carrier, worker;
grant select on order_batches to u_end_client;
grant update (terms_version, terms_accepted_at, terms_accepted_by, terms_accepted_ip) on order_batches to u_client, u_operator;

-- order_comments
alter table order_comments add constraint order_comments_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table order_comments add constraint order_comments_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table order_comments add constraint order_comments_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table order_comments add constraint order_comments_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id);
CREATE TRIGGER stamp BEFORE INSERT ON public.order_comments FOR EACH ROW EXECUTE FUNCTION app.stamp('select company_id, ambassador_id, operator_id, site_ids from orders where id = ($1).order_id');
alter table order_comments enable row level security;
create policy ambassador on order_comments to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy carrier on order_comments to u_carrier using (true);
create policy client on order_comments to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on order_comments to identity using (true);
create policy operator on order_comments to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy own_side on order_comments as restrictive for insert to u_ambassador, u_client, u_end_client, u_operator with check (((author_universe)::text =
CASE CURRENT_USER
    WHEN 'u_operator'::name THEN 'operator'::text
    WHEN 'u_ambassador'::name THEN 'ambassador'::text
    ELSE 'client'::text
END));
create policy sites on order_comments as restrictive to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_ids && ( SELECT app.site_ids() AS site_ids))));
create policy worker on order_comments to worker using (true);
grant insert, select on order_comments to u_ambassador, u_client, u_end_client, u_operator;
grant insert, select, update on order_comments to u_carrier, worker;

-- order_item_amounts
alter table order_item_amounts add constraint order_item_amounts_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table order_item_amounts add constraint order_item_amounts_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table order_item_amounts add constraint order_item_amounts_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id);
alter table order_item_amounts add constraint order_item_amounts_order_item_id_fkey FOREIGN KEY (order_item_id) REFERENCES order_items(id);
alter table order_item_amounts add constraint order_item_amounts_payer_id_fkey FOREIGN KEY (payer_id) REFERENCES companies(id);
CREATE TRIGGER stamp BEFORE INSERT ON public.order_item_amounts FOR EACH ROW EXECUTE FUNCTION app.stamp('select o.id as order_id, o.company_id, o.ambassador_id, o.payer_id from order_items i join orders o on o.id = i.order_id where i.id = ($1).order_item_id');
alter table order_item_amounts enable row level security;
create policy ambassador on order_item_amounts to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy own on order_item_amounts as restrictive to u_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy payer on order_item_amounts to u_client, u_operator using ((payer_id = ( SELECT app.company_id() AS company_id)));
create policy staff on order_item_amounts to u_carrier, worker using (true);
grant delete, insert, select, update on order_item_amounts to u_carrier, worker;
grant insert, select on order_item_amounts to u_ambassador, u_client, u_operator;

-- order_items
alter table order_items add constraint order_items_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table order_items add constraint order_items_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table order_items add constraint order_items_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table order_items add constraint order_items_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id);
CREATE TRIGGER stamp BEFORE INSERT ON public.order_items FOR EACH ROW EXECUTE FUNCTION app.stamp('select company_id, ambassador_id, operator_id, site_ids from orders where id = ($1).order_id');
alter table order_items enable row level security;
create policy ambassador on order_items to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy carrier on order_items to u_carrier using (true);
create policy client on order_items to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on order_items to identity using (true);
create policy operator on order_items to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy sites on order_items as restrictive to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_ids && ( SELECT app.site_ids() AS site_ids))));
create policy with_order on order_items as restrictive for insert to u_ambassador, u_client, u_operator with check ((EXISTS ( SELECT
   FROM orders o
  WHERE ((o.id = order_items.order_id) AND ((o.placed_at = ( SELECT app.now() AS now)) OR (((o.kind)::text = 'termination'::text) AND (o.submitted_at = ( SELECT app.now() AS now))))))));
create policy worker on order_items to worker using (true);
grant delete, insert, select, update on order_items to u_carrier, worker;
grant insert, select on order_items to u_ambassador, u_client, u_operator;
grant select on order_items to u_end_client;

-- order_notes
alter table order_notes add constraint order_notes_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table order_notes add constraint order_notes_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id);
alter table order_notes enable row level security;
create policy staff on order_notes to u_carrier, worker using (true);
grant insert, select on order_notes to u_carrier, worker;

-- order_steps
alter table order_steps add constraint order_steps_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table order_steps add constraint order_steps_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table order_steps add constraint order_steps_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table order_steps add constraint order_steps_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id);
CREATE TRIGGER keep_to_lifecycle BEFORE UPDATE OF state ON public.order_steps FOR EACH ROW WHEN ((old.state IS DISTINCT FROM new.state)) EXECUTE FUNCTION app.keep_to_lifecycle();
CREATE TRIGGER release_step BEFORE DELETE ON public.order_steps FOR EACH ROW EXECUTE FUNCTION app.release_step();
CREATE TRIGGER stamp BEFORE INSERT ON public.order_steps FOR EACH ROW EXECUTE FUNCTION app.stamp('select company_id, ambassador_id, operator_id, site_ids from orders where id = ($1).order_id');
CREATE TRIGGER steps_deleted AFTER DELETE ON public.order_steps REFERENCING OLD TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.steps_written();
CREATE TRIGGER steps_inserted AFTER INSERT ON public.order_steps REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.steps_written();
CREATE TRIGGER steps_updated AFTER UPDATE ON public.order_steps REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.steps_written();
alter table order_steps enable row level security;
create policy ambassador on order_steps to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy carrier on order_steps to u_carrier using (true);
create policy client on order_steps to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on order_steps to identity using (true);
create policy operator on order_steps to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy sites on order_steps as restrictive to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_ids && ( SELECT app.site_ids() AS site_ids))));
create policy with_order on order_steps as restrictive for insert to u_ambassador, u_client, u_operator with check (((state = 'to_do'::text) AND (EXISTS ( SELECT
   FROM orders o
  WHERE ((o.id = order_steps.order_id) AND (o.submitted_at = ( SELECT app.now() AS now)))))));
create policy worker on order_steps to worker using (true);
grant delete, insert, select, update on order_steps to u_carrier, worker;
grant insert, select on order_steps to u_ambassador, u_client, u_operator;
grant select on order_steps to u_end_client;

-- orders
alter table orders add constraint orders_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table orders add constraint orders_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES order_batches(id);
alter table orders add constraint orders_blocked_step_id_fkey FOREIGN KEY (blocked_step_id) REFERENCES order_steps(id);
alter table orders add constraint orders_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table orders add constraint orders_next_step_id_fkey FOREIGN KEY (next_step_id) REFERENCES order_steps(id);
alter table orders add constraint orders_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offers(id);
alter table orders add constraint orders_offer_version_id_fkey FOREIGN KEY (offer_version_id) REFERENCES offer_versions(id);
alter table orders add constraint orders_onsite_contact_id_fkey FOREIGN KEY (onsite_contact_id, company_id) REFERENCES contacts(id, company_id);
alter table orders add constraint orders_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table orders add constraint orders_payer_id_fkey FOREIGN KEY (payer_id) REFERENCES companies(id);
alter table orders add constraint orders_pilot_user_id_fkey FOREIGN KEY (pilot_user_id) REFERENCES users(id);
alter table orders add constraint orders_placed_by_user_id_fkey FOREIGN KEY (placed_by_user_id) REFERENCES users(id);
alter table orders add constraint orders_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id);
alter table orders add constraint orders_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id);
CREATE TRIGGER keep_consent BEFORE UPDATE OF long_commitment_waiver ON public.orders FOR EACH ROW WHEN ((old.long_commitment_waiver IS DISTINCT FROM new.long_commitment_waiver)) EXECUTE FUNCTION app.keep_consent();
CREATE TRIGGER keep_to_lifecycle BEFORE UPDATE OF state ON public.orders FOR EACH ROW WHEN (((old.state)::text IS DISTINCT FROM (new.state)::text)) EXECUTE FUNCTION app.keep_to_lifecycle();
CREATE TRIGGER keep_to_payer BEFORE UPDATE OF state ON public.orders FOR EACH ROW WHEN ((((old.state)::text = 'awaiting_client'::text) AND ((new.state)::text = 'submitted'::text))) EXECUTE FUNCTION app.keep_to_payer();
CREATE TRIGGER stamp BEFORE INSERT ON public.orders FOR EACH ROW EXECUTE FUNCTION app.stamp('select company_id, ambassador_id, operator_id, payer_id, company_name from subscriptions where id = ($1).subscription_id');
CREATE TRIGGER with_own_sites BEFORE INSERT OR UPDATE OF site_ids ON public.orders FOR EACH ROW EXECUTE FUNCTION app.check_sites();
alter table orders enable row level security;
create policy ambassador on orders to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy begun on orders as restrictive for insert to u_ambassador, u_client, u_operator with check ((((state)::text = ANY (ARRAY['awaiting_client'::text, 'submitted'::text])) AND (placed_by_user_id = ( SELECT app.user_id() AS user_id)) AND (pilot_user_id IS NULL) AND (pilot_name IS NULL) AND (delivered_on IS NULL) AND (closed_at IS NULL) AND (((kind)::text = 'termination'::text) OR (planned_on IS NULL))));
create policy carrier on orders to u_carrier using (true);
create policy client on orders to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy consents_with_order on orders as restrictive for insert to u_ambassador, u_client, u_operator with check (((NOT long_commitment_waiver) OR ((state)::text = 'submitted'::text)));
create policy identity on orders to identity using (true);
create policy operator on orders to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy sites on orders as restrictive to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_ids && ( SELECT app.site_ids() AS site_ids))));
create policy waits on orders as restrictive for insert to u_ambassador with check (((state)::text = 'awaiting_client'::text));
create policy worker on orders to worker using (true);
grant insert, select on orders to u_ambassador, u_client, u_operator;
grant insert, select, update on orders to u_carrier, worker;
grant select on orders to u_end_client;
grant update (state, submitted_at, closed_at, closing_reason, version) on orders to u_ambassador;
grant update (state, submitted_at, closed_at, closing_reason, version, long_commitment_waiver) on orders to u_client, u_operator;

-- partner_changes
alter table partner_changes add constraint partner_changes_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table partner_changes add constraint partner_changes_from_ambassador_id_fkey FOREIGN KEY (from_ambassador_id) REFERENCES companies(id);
alter table partner_changes add constraint partner_changes_from_operator_id_fkey FOREIGN KEY (from_operator_id) REFERENCES companies(id);
alter table partner_changes add constraint partner_changes_to_ambassador_id_fkey FOREIGN KEY (to_ambassador_id) REFERENCES companies(id);
alter table partner_changes add constraint partner_changes_to_operator_id_fkey FOREIGN KEY (to_operator_id) REFERENCES companies(id);
alter table partner_changes enable row level security;
create policy carrier on partner_changes to u_carrier, worker using (true);
grant insert, select, update on partner_changes to u_carrier, worker;

-- password_links
alter table password_links add constraint password_links_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);
alter table password_links enable row level security;
create policy identity on password_links to identity, worker using (true);
grant delete, insert, select, update on password_links to identity, worker;

-- payment_details
alter table payment_details add constraint payment_details_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table payment_details add constraint payment_details_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table payment_details add constraint payment_details_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table payment_details add constraint payment_details_site_id_fkey FOREIGN KEY (site_id, company_id) REFERENCES sites(id, company_id);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.payment_details FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
alter table payment_details enable row level security;
create policy ambassador on payment_details to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy carrier on payment_details to u_carrier using (true);
create policy client on payment_details to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on payment_details to identity using (true);
create policy operator on payment_details to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy sites on payment_details as restrictive to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_id = ANY (( SELECT app.site_ids() AS site_ids)::uuid[]))));
create policy worker on payment_details to worker using (true);
grant insert, select, update on payment_details to u_carrier, u_client, u_end_client, worker;
grant select (id, company_id, ambassador_id, operator_id, site_id, holder_name, iban_masked, bic, billing_name, billing_street, billing_complement, billing_postcode, billing_city, billing_country, billing_email, mandate_reference, mandate_scheme, mandate_state, mandate_signed_on, created_at, version, mandate_made_at) on payment_details to u_ambassador, u_operator;
grant update (ambassador_id, operator_id) on payment_details to worker;

-- periodic_jobs
alter table periodic_jobs enable row level security;
create policy worker on periodic_jobs to worker using (true);
grant insert, select, update on periodic_jobs to worker;

-- purchase_requests
alter table purchase_requests add constraint purchase_requests_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table purchase_requests add constraint purchase_requests_basket_id_fkey FOREIGN KEY (basket_id, company_id) REFERENCES baskets(id, company_id);
alter table purchase_requests add constraint purchase_requests_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table purchase_requests add constraint purchase_requests_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
CREATE TRIGGER stamp BEFORE INSERT ON public.purchase_requests FOR EACH ROW EXECUTE FUNCTION app.stamp('select nullif(c.ambassador_id, c.id) as ambassador_id, nullif(c.operator_id, c.id) as operator_id from companies c where c.id = ($1).company_id');
alter table purchase_requests enable row level security;
create policy ambassador on purchase_requests to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy carrier on purchase_requests to u_carrier using (true);
create policy client on purchase_requests to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on purchase_requests to identity using (true);
create policy operator on purchase_requests to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy own_basket on purchase_requests as restrictive for insert to u_end_client with check ((EXISTS ( SELECT
   FROM baskets b
  WHERE ((b.id = purchase_requests.basket_id) AND (b.user_id = ( SELECT app.user_id() AS user_id))))));
create policy worker on purchase_requests to worker using (true);
grant insert (id, basket_id, company_id, message, requested_at, requested_by_name) on purchase_requests to u_end_client;
grant insert, select, update on purchase_requests to worker;
grant select on purchase_requests to u_ambassador, u_carrier, u_client, u_end_client, u_operator;
grant update (state, answer, answered_at, version) on purchase_requests to u_operator;

-- resale_prices
alter table resale_prices add constraint resale_prices_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table resale_prices add constraint resale_prices_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offers(id);
alter table resale_prices add constraint resale_prices_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table resale_prices enable row level security;
create policy end_client on resale_prices for select to u_end_client using (((operator_id = ( SELECT c.operator_id
   FROM companies c
  WHERE (c.id = ( SELECT app.company_id() AS company_id)))) AND ((company_id IS NULL) OR (company_id = ( SELECT app.company_id() AS company_id)))));
create policy own on resale_prices to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy own_clients on resale_prices as restrictive to u_operator using (true) with check (((company_id IS NULL) OR (EXISTS ( SELECT
   FROM companies c
  WHERE ((c.id = resale_prices.company_id) AND (c.id <> ( SELECT app.company_id() AS company_id)))))));
create policy staff on resale_prices to identity, u_carrier, worker using (true);
grant delete, insert, select, update on resale_prices to u_carrier, u_operator, worker;
grant select on resale_prices to u_end_client;

-- right_sites
alter table right_sites add constraint right_sites_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table right_sites add constraint right_sites_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table right_sites add constraint right_sites_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table right_sites add constraint right_sites_right_id_fkey FOREIGN KEY (right_id, company_id) REFERENCES rights(id, company_id) ON DELETE CASCADE;
alter table right_sites add constraint right_sites_site_id_fkey FOREIGN KEY (site_id, company_id) REFERENCES sites(id, company_id);
CREATE TRIGGER refresh_effective_rights AFTER INSERT OR DELETE ON public.right_sites FOR EACH ROW EXECUTE FUNCTION app.refresh_rights_of('select user_id from user_rights where right_id = ($1).right_id');
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.right_sites FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
alter table right_sites enable row level security;
create policy ambassador on right_sites to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy carrier on right_sites to u_carrier using (true);
create policy client on right_sites to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on right_sites to identity using (true);
create policy operator on right_sites to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy worker on right_sites to worker using (true);
grant delete, insert, select on right_sites to u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
grant select on right_sites to identity;
grant update (ambassador_id, operator_id) on right_sites to worker;

-- rights
alter table rights add constraint rights_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table rights add constraint rights_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table rights add constraint rights_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
CREATE TRIGGER refresh_effective_rights AFTER UPDATE ON public.rights FOR EACH ROW EXECUTE FUNCTION app.refresh_rights_of('select user_id from user_rights where right_id = ($1).id');
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.rights FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
alter table rights enable row level security;
create policy ambassador on rights to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy carrier on rights to u_carrier using (true);
create policy client on rights to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on rights to identity using (true);
create policy operator on rights to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy sites on rights as restrictive to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR ((NOT all_sites) AND (NOT (EXISTS ( SELECT
   FROM right_sites rs
  WHERE ((rs.right_id = rights.id) AND (rs.site_id <> ALL (( SELECT app.site_ids() AS site_ids)::uuid[])))))))));
create policy worker on rights to worker using (true);
grant delete, insert, select on rights to u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
grant select on rights to identity;
grant update (ambassador_id, operator_id, name, templates, all_sites, version) on rights to worker;
grant update (name, templates, all_sites, version) on rights to u_ambassador, u_carrier, u_client, u_end_client, u_operator;

-- sale_terms_versions
alter table sale_terms_versions enable row level security;
create policy readers on sale_terms_versions for select to u_ambassador, u_client, u_end_client, u_operator using (true);
create policy staff on sale_terms_versions to identity, u_carrier, worker using (true);
grant delete, insert, select, update on sale_terms_versions to u_carrier, worker;
grant select on sale_terms_versions to u_ambassador, u_client, u_end_client, u_operator;

-- saved_views
alter table saved_views add constraint saved_views_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table saved_views add constraint saved_views_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);
alter table saved_views enable row level security;
create policy own on saved_views to u_ambassador, u_carrier, u_client, u_end_client, u_operator using ((user_id = ( SELECT app.user_id() AS user_id))) with check (((user_id = ( SELECT app.user_id() AS user_id)) AND (company_id = ( SELECT app.company_id() AS company_id))));
create policy shared on saved_views to u_ambassador, u_carrier, u_client, u_end_client, u_operator using ((is_shared AND (company_id = ( SELECT app.company_id() AS company_id)))) with check ((is_shared AND (company_id = ( SELECT app.company_id() AS company_id))));
create policy technique on saved_views to identity, worker using (true);
grant delete, insert, select, update on saved_views to u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;

-- search_entries
alter table search_entries add constraint search_entries_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table search_entries add constraint search_entries_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table search_entries add constraint search_entries_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table search_entries add constraint search_entries_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id);
alter table search_entries enable row level security;
create policy worker on search_entries to worker using (true);

-- search_words
alter table search_words add constraint search_words_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES search_entries(id) ON DELETE CASCADE;
alter table search_words enable row level security;
create policy worker on search_words to worker using (true);

-- services
alter table services add constraint services_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table services add constraint services_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table services add constraint services_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table services add constraint services_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id);
alter table services add constraint services_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id);
CREATE TRIGGER stamp BEFORE INSERT ON public.services FOR EACH ROW EXECUTE FUNCTION app.stamp('select company_id, ambassador_id, operator_id from subscriptions where id = ($1).subscription_id');
alter table services enable row level security;
create policy ambassador on services to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy carrier on services to u_carrier using (true);
create policy client on services to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on services to identity using (true);
create policy operator on services to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy sites on services as restrictive to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_id = ANY (( SELECT app.site_ids() AS site_ids)::uuid[]))));
create policy worker on services to worker using (true);
grant insert, select, update on services to u_carrier, worker;
grant select on services to u_ambassador, u_client, u_end_client, u_operator;

-- sessions
alter table sessions add constraint sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);
alter table sessions add constraint sessions_view_as_user_id_fkey FOREIGN KEY (view_as_user_id) REFERENCES users(id);
alter table sessions enable row level security;
create policy identity on sessions to identity, worker using (true);
grant delete, insert, select, update on sessions to identity, worker;

-- sign_in_failures
alter table sign_in_failures enable row level security;
create policy identity on sign_in_failures to identity, worker using (true);
grant delete, insert, select, update on sign_in_failures to identity, worker;

-- sites
alter table sites add constraint sites_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table sites add constraint sites_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table sites add constraint sites_onsite_contact_id_fkey FOREIGN KEY (onsite_contact_id, company_id) REFERENCES contacts(id, company_id);
alter table sites add constraint sites_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
CREATE TRIGGER copy_head_office AFTER INSERT OR UPDATE OF postcode, city, is_head_office ON public.sites FOR EACH ROW WHEN (new.is_head_office) EXECUTE FUNCTION app.copy_head_office();
CREATE TRIGGER index_for_search AFTER INSERT OR UPDATE OF name, street, city, postcode, siret, phone, ambassador_id, operator_id ON public.sites FOR EACH ROW EXECUTE FUNCTION app.index_for_search('site');
CREATE TRIGGER move_contracts AFTER UPDATE OF city ON public.sites FOR EACH ROW WHEN ((old.city IS DISTINCT FROM new.city)) EXECUTE FUNCTION app.move_contracts();
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.sites FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
alter table sites enable row level security;
create policy ambassador on sites to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy carrier on sites to u_carrier using (true);
create policy client on sites to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on sites to identity using (true);
create policy operator on sites to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy sites on sites as restrictive to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (id = ANY (( SELECT app.site_ids() AS site_ids)::uuid[]))));
create policy worker on sites to worker using (true);
grant insert, select on sites to u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
grant select on sites to identity;
grant update (ambassador_id, operator_id, name, is_head_office, state, closed_on, siret, street, complement, postcode, commune_code, city, country, phone, opening_hours, onsite_contact_id, version, external_key) on sites to worker;
grant update (name, is_head_office, state, closed_on, siret, street, complement, postcode, commune_code, city, country, phone, opening_hours, onsite_contact_id, version) on sites to u_ambassador, u_carrier, u_client, u_end_client, u_operator;

-- subscription_prices
alter table subscription_prices add constraint subscription_prices_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table subscription_prices add constraint subscription_prices_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table subscription_prices add constraint subscription_prices_payer_id_fkey FOREIGN KEY (payer_id) REFERENCES companies(id);
alter table subscription_prices add constraint subscription_prices_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id);
CREATE TRIGGER stamp BEFORE INSERT ON public.subscription_prices FOR EACH ROW EXECUTE FUNCTION app.stamp('select company_id, ambassador_id, payer_id from subscriptions where id = ($1).subscription_id');
alter table subscription_prices enable row level security;
create policy ambassador on subscription_prices to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy own on subscription_prices as restrictive to u_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy payer on subscription_prices to u_client, u_operator using ((payer_id = ( SELECT app.company_id() AS company_id)));
create policy staff on subscription_prices to u_carrier, worker using (true);
grant insert, select on subscription_prices to u_ambassador, u_client, u_operator;
grant insert, select, update on subscription_prices to u_carrier, worker;

-- subscriptions
alter table subscriptions add constraint subscriptions_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table subscriptions add constraint subscriptions_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table subscriptions add constraint subscriptions_family_fkey FOREIGN KEY (family) REFERENCES offer_families(code);
alter table subscriptions add constraint subscriptions_last_order_id_fkey FOREIGN KEY (last_order_id) REFERENCES orders(id);
alter table subscriptions add constraint subscriptions_offer_id_fkey FOREIGN KEY (offer_id) REFERENCES offers(id);
alter table subscriptions add constraint subscriptions_offer_version_id_fkey FOREIGN KEY (offer_version_id) REFERENCES offer_versions(id);
alter table subscriptions add constraint subscriptions_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table subscriptions add constraint subscriptions_payer_id_fkey FOREIGN KEY (payer_id) REFERENCES companies(id);
alter table subscriptions add constraint subscriptions_site_id_fkey FOREIGN KEY (site_id) REFERENCES sites(id);
CREATE TRIGGER keep_to_lifecycle BEFORE UPDATE OF state ON public.subscriptions FOR EACH ROW WHEN ((old.state IS DISTINCT FROM new.state)) EXECUTE FUNCTION app.keep_to_lifecycle();
CREATE TRIGGER stamp BEFORE INSERT ON public.subscriptions FOR EACH ROW EXECUTE FUNCTION app.stamp('select nullif(c.ambassador_id, c.id) as ambassador_id, nullif(c.operator_id, c.id) as operator_id, coalesce(p.id, c.id) as payer_id,
    c.name as company_name, c.reference as company_reference, coalesce(p.reference, c.reference) as payer_reference, s.city
  from companies c join sites s on s.id = ($1).site_id and s.company_id = c.id left join companies p on p.id = nullif(c.operator_id, c.id)
  where c.id = ($1).company_id');
CREATE TRIGGER with_own_sites BEFORE INSERT OR UPDATE OF site_ids ON public.subscriptions FOR EACH ROW EXECUTE FUNCTION app.check_sites();
CREATE TRIGGER write_keys BEFORE INSERT OR UPDATE OF name, company_name, city, pilot_name ON public.subscriptions FOR EACH ROW EXECUTE FUNCTION app.write_contract_keys();
CREATE TRIGGER write_last_pilot BEFORE UPDATE OF last_order_id ON public.subscriptions FOR EACH ROW EXECUTE FUNCTION app.write_last_pilot();
alter table subscriptions enable row level security;
create policy ambassador on subscriptions to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy begun on subscriptions as restrictive for insert to u_ambassador, u_client, u_operator with check (((state = 'creating'::text) AND (NOT taken_over) AND (pilot_name IS NULL) AND (delivered_on IS NULL) AND (activated_on IS NULL) AND (terminated_on IS NULL)));
create policy carrier on subscriptions to u_carrier using (true);
create policy client on subscriptions to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on subscriptions to identity using (true);
create policy operator on subscriptions to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy sites on subscriptions as restrictive to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_ids && ( SELECT app.site_ids() AS site_ids))));
create policy worker on subscriptions to worker using (true);
grant insert, select on subscriptions to u_ambassador, u_client, u_operator;
grant insert, select, update on subscriptions to u_carrier, worker;
grant select on subscriptions to u_end_client;
grant update (state, last_order_id, last_order_number, last_order_reference, last_order_kind, last_order_state, version) on subscriptions to u_ambassador, u_client, u_operator;

-- template_implications
grant delete, insert, select, update on template_implications to worker;
grant select on template_implications to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator;

-- template_universes
grant delete, insert, select, update on template_universes to worker;
grant select on template_universes to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator;

-- termination_amounts
alter table termination_amounts add constraint termination_amounts_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table termination_amounts add constraint termination_amounts_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table termination_amounts add constraint termination_amounts_payer_id_fkey FOREIGN KEY (payer_id) REFERENCES companies(id);
alter table termination_amounts add constraint termination_amounts_termination_id_fkey FOREIGN KEY (termination_id) REFERENCES terminations(id);
CREATE TRIGGER stamp BEFORE INSERT ON public.termination_amounts FOR EACH ROW EXECUTE FUNCTION app.stamp('select o.company_id, o.ambassador_id, o.payer_id from terminations t join orders o on o.id = t.order_id where t.id = ($1).termination_id');
alter table termination_amounts enable row level security;
create policy ambassador on termination_amounts to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy own on termination_amounts as restrictive to u_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy payer on termination_amounts to u_client, u_operator using ((payer_id = ( SELECT app.company_id() AS company_id)));
create policy staff on termination_amounts to u_carrier, worker using (true);
grant insert, select on termination_amounts to u_client, u_operator;
grant insert, select, update on termination_amounts to u_carrier, worker;
grant select on termination_amounts to u_ambassador;

-- terminations
alter table terminations add constraint terminations_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table terminations add constraint terminations_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table terminations add constraint terminations_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table terminations add constraint terminations_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id);
alter table terminations add constraint terminations_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscriptions(id);
CREATE TRIGGER keep_to_lifecycle BEFORE UPDATE OF state ON public.terminations FOR EACH ROW WHEN ((old.state IS DISTINCT FROM new.state)) EXECUTE FUNCTION app.keep_to_lifecycle();
CREATE TRIGGER plan_termination AFTER INSERT ON public.terminations FOR EACH ROW EXECUTE FUNCTION app.plan_termination();
CREATE TRIGGER stamp BEFORE INSERT ON public.terminations FOR EACH ROW EXECUTE FUNCTION app.stamp('select company_id, ambassador_id, operator_id, site_ids from subscriptions where id = ($1).subscription_id');
alter table terminations enable row level security;
create policy ambassador on terminations to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy begun on terminations as restrictive for insert to u_ambassador, u_client, u_operator with check (((state = 'pending'::text) AND (origin = 'portal'::text)));
create policy carrier on terminations to u_carrier using (true);
create policy client on terminations to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on terminations to identity using (true);
create policy operator on terminations to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy sites on terminations as restrictive to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_ids && ( SELECT app.site_ids() AS site_ids))));
create policy worker on terminations to worker using (true);
grant insert, select on terminations to u_client, u_operator;
grant insert, select, update on terminations to u_carrier, worker;
grant select on terminations to u_ambassador, u_end_client;
grant update (state, withdrawn_at, withdrawn_by_name, closed_at, version) on terminations to u_ambassador, u_client, u_operator;

-- terms_acceptances
alter table terms_acceptances add constraint terms_acceptances_user_id_fkey FOREIGN KEY (user_id) REFERENCES users(id);
alter table terms_acceptances add constraint terms_acceptances_version_fkey FOREIGN KEY (version) REFERENCES terms_versions(version);
alter table terms_acceptances enable row level security;
create policy identity on terms_acceptances to identity, worker using (true);
grant delete, insert, select, update on terms_acceptances to identity, worker;

-- terms_versions
grant delete, insert, select, update on terms_versions to worker;
grant select on terms_versions to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator;

-- user_rights
alter table user_rights add constraint user_rights_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table user_rights add constraint user_rights_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table user_rights add constraint user_rights_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table user_rights add constraint user_rights_right_id_fkey FOREIGN KEY (right_id, company_id) REFERENCES rights(id, company_id);
alter table user_rights add constraint user_rights_user_id_fkey FOREIGN KEY (user_id, company_id) REFERENCES users(id, company_id);
CREATE TRIGGER refresh_effective_rights AFTER INSERT OR DELETE ON public.user_rights FOR EACH ROW EXECUTE FUNCTION app.refresh_rights_of('select ($1).user_id');
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.user_rights FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
alter table user_rights enable row level security;
create policy ambassador on user_rights to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy carrier on user_rights to u_carrier using (true);
create policy client on user_rights to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on user_rights to identity using (true);
create policy operator on user_rights to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy worker on user_rights to worker using (true);
grant delete, insert, select on user_rights to u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
grant select on user_rights to identity;
grant update (ambassador_id, operator_id) on user_rights to worker;

-- users
alter table users add constraint users_ambassador_id_fkey FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table users add constraint users_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table users add constraint users_contact_id_fkey FOREIGN KEY (contact_id, company_id) REFERENCES contacts(id, company_id);
alter table users add constraint users_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table users add constraint users_site_id_fkey FOREIGN KEY (site_id, company_id) REFERENCES sites(id, company_id);
CREATE TRIGGER end_sessions AFTER UPDATE OF state ON public.users FOR EACH ROW WHEN (((old.state <> 'suspended'::text) AND (new.state = 'suspended'::text))) EXECUTE FUNCTION app.end_sessions_of_suspended();
CREATE TRIGGER index_for_search AFTER INSERT OR UPDATE OF display_name, site_id, ambassador_id, operator_id ON public.users FOR EACH ROW EXECUTE FUNCTION app.index_for_search('user');
CREATE TRIGGER settle_state BEFORE UPDATE OF state ON public.users FOR EACH ROW WHEN (((old.state = 'suspended'::text) AND (new.state = 'active'::text))) EXECUTE FUNCTION app.settle_user_state();
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.users FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
CREATE TRIGGER subscribe_administrator AFTER UPDATE OF is_administrator ON public.users FOR EACH ROW WHEN ((new.is_administrator AND (NOT old.is_administrator))) EXECUTE FUNCTION app.subscribe_new_administrator();
alter table users enable row level security;
create policy ambassador on users to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id)));
create policy carrier on users to u_carrier using (true);
create policy client on users to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id)));
create policy identity on users to identity using (true);
create policy invited_first on users as restrictive for insert to u_ambassador, u_carrier, u_client, u_end_client, u_operator with check ((state = 'invited'::text));
create policy operator on users to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id)));
create policy sites on users as restrictive to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_id = ANY (( SELECT app.site_ids() AS site_ids)::uuid[]))));
create policy worker on users to worker using (true);
grant insert (id, company_id, site_id, contact_id, display_name, state, language) on users to u_ambassador, u_carrier, u_client, u_end_client, u_operator;
grant insert, select on users to worker;
grant select on users to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator;
grant update (ambassador_id, operator_id, site_id, display_name, state, language, last_universe, last_sign_in_at, version, invitation_times) on users to worker;
grant update (display_name, state, language, last_universe, last_sign_in_at) on users to identity;
grant update (site_id, display_name, state, language, version, invitation_times) on users to u_ambassador, u_carrier, u_client, u_end_client, u_operator;

grant select, update, usage on sequence accountcode_number_seq to worker;
grant usage on sequence accountcode_number_seq to u_ambassador, u_carrier, u_client, u_end_client, u_operator;
grant usage on sequence company_number_seq to u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
grant usage on sequence import_number_seq to u_carrier, worker;
grant usage on sequence login_number_seq to u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
grant usage on sequence mandate_number_seq to u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
grant usage on sequence order_number_seq to u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
grant usage on sequence service_number_seq to u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
grant select, update, usage on sequence subscription_number_seq to worker;
grant usage on sequence subscription_number_seq to u_ambassador, u_carrier, u_client, u_end_client, u_operator;
revoke execute on function app.add_job(text,json,text,timestamp with time zone,integer) from public;
grant execute on function app.add_job(text,json,text,timestamp with time zone,integer) to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
revoke execute on function app.all_sites() from public;
grant execute on function app.all_sites() to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
revoke execute on function app.announce_progress() from public;
revoke execute on function app.assign_partner(uuid,uuid,uuid) from public;
grant execute on function app.assign_partner(uuid,uuid,uuid) to u_carrier, worker;
revoke execute on function app.at(timestamp with time zone) from public;
grant execute on function app.at(timestamp with time zone) to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
revoke execute on function app.authenticate(bytea,text,text[],timestamp with time zone) from public;
grant execute on function app.authenticate(bytea,text,text[],timestamp with time zone) to customers, staff;
revoke execute on function app.check_sites() from public;
revoke execute on function app.claim_mails(text,timestamp with time zone,uuid[],integer) from public;
grant execute on function app.claim_mails(text,timestamp with time zone,uuid[],integer) to worker;
revoke execute on function app.company_id() from public;
grant execute on function app.company_id() to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
revoke execute on function app.copy_head_office() from public;
revoke execute on function app.demand_second_factor() from public;
revoke execute on function app.end_links_of_former_address() from public;
revoke execute on function app.end_sessions_of_suspended() from public;
revoke execute on function app.enqueue_mail(uuid,text,uuid,uuid,text,text,text,text,text,bytea,text,jsonb,timestamp with time zone) from public;
grant execute on function app.enqueue_mail(uuid,text,uuid,uuid,text,text,text,text,text,bytea,text,jsonb,timestamp with time zone) to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
revoke execute on function app.enter(bytea,text,text[],timestamp with time zone) from public;
grant execute on function app.enter(bytea,text,text[],timestamp with time zone) to customers, staff;
revoke execute on function app.every_notification_category() from public;
grant execute on function app.every_notification_category() to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
revoke execute on function app.failing_addresses(uuid) from public;
grant execute on function app.failing_addresses(uuid) to u_ambassador, u_carrier, u_client, u_end_client, u_operator;
revoke execute on function app.fold(text) from public;
grant execute on function app.fold(text) to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
revoke execute on function app.folded_name(text) from public;
grant execute on function app.folded_name(text) to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
revoke execute on function app.folded_person(text) from public;
grant execute on function app.folded_person(text) to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
revoke execute on function app.follow_contact() from public;
revoke execute on function app.follow_steps(uuid[]) from public;
revoke execute on function app.freeze_offer_version(uuid,timestamp with time zone) from public;
grant execute on function app.freeze_offer_version(uuid,timestamp with time zone) to u_ambassador, u_carrier, u_client, u_operator, worker;
revoke execute on function app.hold_restored_mail() from public;
revoke execute on function app.index_for_search() from public;
revoke execute on function app.is_noise(text) from public;
revoke execute on function app.is_restored() from public;
revoke execute on function app.keep_consent() from public;
revoke execute on function app.keep_for(text,text,text) from public;
revoke execute on function app.keep_identity() from public;
revoke execute on function app.keep_ordered_prices() from public;
revoke execute on function app.keep_ordered_version() from public;
revoke execute on function app.keep_to_lifecycle() from public;
revoke execute on function app.keep_to_payer() from public;
revoke execute on function app.kept_entries(text) from public;
grant execute on function app.kept_entries(text) to u_ambassador, u_carrier, u_client, u_end_client, u_operator;
revoke execute on function app.move_contracts() from public;
revoke execute on function app.note_mails(text,timestamp with time zone,uuid[],json) from public;
grant execute on function app.note_mails(text,timestamp with time zone,uuid[],json) to worker;
revoke execute on function app.now() from public;
grant execute on function app.now() to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
revoke execute on function app.onsite_contact(uuid) from public;
grant execute on function app.onsite_contact(uuid) to u_ambassador, u_carrier, u_client, u_end_client, u_operator;
revoke execute on function app.ordering_block(uuid) from public;
grant execute on function app.ordering_block(uuid) to u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
revoke execute on function app.plan_termination() from public;
revoke execute on function app.protect(text,text) from public;
revoke execute on function app.protect_amounts(text) from public;
revoke execute on function app.protect_sites(text) from public;
revoke execute on function app.rebuild_effective_rights() from public;
revoke execute on function app.rebuild_search() from public;
grant execute on function app.rebuild_search() to worker;
revoke execute on function app.refresh_effective_rights(uuid) from public;
revoke execute on function app.refresh_rights_of() from public;
revoke execute on function app.release_step() from public;
revoke execute on function app.rename_on_contracts() from public;
revoke execute on function app.resend_mail(uuid,timestamp with time zone) from public;
grant execute on function app.resend_mail(uuid,timestamp with time zone) to u_carrier, worker;
revoke execute on function app.respellings(text) from public;
grant execute on function app.respellings(text) to u_ambassador, u_carrier, u_client, u_end_client, u_operator;
revoke execute on function app.search(text,text,text[],integer) from public;
grant execute on function app.search(text,text,text[],integer) to u_ambassador, u_carrier, u_client, u_end_client, u_operator;
revoke execute on function app.search_exactly(text,text[],integer) from public;
revoke execute on function app.search_nearly(text,text[],integer) from public;
grant execute on function app.search_nearly(text,text[],integer) to u_ambassador, u_carrier, u_client, u_end_client, u_operator;
revoke execute on function app.search_tenant() from public;
revoke execute on function app.search_text(text) from public;
revoke execute on function app.seller_of(uuid) from public;
grant execute on function app.seller_of(uuid) to u_ambassador, u_carrier, u_client, u_end_client, u_operator;
revoke execute on function app.settle_user_state() from public;
revoke execute on function app.site_ids() from public;
grant execute on function app.site_ids() to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
revoke execute on function app.spellings(text) from public;
revoke execute on function app.stamp() from public;
revoke execute on function app.stamp_partner() from public;
revoke execute on function app.start_view_as(uuid,uuid,text) from public;
grant execute on function app.start_view_as(uuid,uuid,text) to u_carrier;
revoke execute on function app.steps_written() from public;
revoke execute on function app.subscribe_administrators(uuid) from public;
revoke execute on function app.subscribe_administrators_of_company() from public;
revoke execute on function app.subscribe_new_administrator() from public;
revoke execute on function app.user_id() from public;
grant execute on function app.user_id() to identity, u_ambassador, u_carrier, u_client, u_end_client, u_operator, worker;
revoke execute on function app.words_of(text,text[],text[]) from public;
revoke execute on function app.write_accountcode_keys() from public;
revoke execute on function app.write_contract_keys() from public;
revoke execute on function app.write_last_pilot() from public;
