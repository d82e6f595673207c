-- The database as the migrations leave it. Written by scripts/schema.ts; roles without the prefix of the installation.

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
  state text not null default 'active'::text,
  version integer not null default 1,
  label_key text not null default ''::text,
  partner_code_key text not null default ''::text
);
alter table accountcodes add CHECK ((state = ANY (ARRAY['active'::text, 'closed'::text])));
alter table accountcodes add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table accountcodes add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table accountcodes add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table accountcodes add FOREIGN KEY (service_id) REFERENCES services(id);
alter table accountcodes add FOREIGN KEY (site_id) REFERENCES sites(id);
alter table accountcodes add FOREIGN KEY (subscription_id) REFERENCES subscriptions(id);
alter table accountcodes add PRIMARY KEY (id);
alter table accountcodes add UNIQUE (number);
alter table accountcodes add UNIQUE (service_id);
CREATE INDEX accountcodes_ambassador_id_label_key_number_idx ON public.accountcodes USING btree (ambassador_id, label_key, number) WHERE (ambassador_id IS NOT NULL);
CREATE INDEX accountcodes_ambassador_id_number_idx ON public.accountcodes USING btree (ambassador_id, number);
CREATE INDEX accountcodes_ambassador_id_partner_code_key_number_idx ON public.accountcodes USING btree (ambassador_id, partner_code_key, number) WHERE (ambassador_id IS NOT NULL);
CREATE INDEX accountcodes_company_id_number_idx ON public.accountcodes USING btree (company_id, number);
CREATE INDEX accountcodes_label_key_number_idx ON public.accountcodes USING btree (label_key, number);
CREATE UNIQUE INDEX accountcodes_number_key ON public.accountcodes USING btree (number);
CREATE INDEX accountcodes_operator_id_label_key_number_idx ON public.accountcodes USING btree (operator_id, label_key, number) WHERE (operator_id IS NOT NULL);
CREATE INDEX accountcodes_operator_id_number_idx ON public.accountcodes USING btree (operator_id, number);
CREATE INDEX accountcodes_operator_id_partner_code_key_number_idx ON public.accountcodes USING btree (operator_id, partner_code_key, number) WHERE (operator_id IS NOT NULL);
CREATE INDEX accountcodes_partner_code_key_number_idx ON public.accountcodes USING btree (partner_code_key, number);
CREATE UNIQUE INDEX accountcodes_pkey ON public.accountcodes USING btree (id);
CREATE UNIQUE INDEX accountcodes_service_id_key ON public.accountcodes USING btree (service_id);
CREATE INDEX accountcodes_site_id_idx ON public.accountcodes USING btree (site_id);
CREATE INDEX accountcodes_subscription_id_idx ON public.accountcodes USING btree (subscription_id);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.accountcodes FOR EACH ROW EXECUTE FUNCTION app.stamp_service();
CREATE TRIGGER write_keys BEFORE INSERT OR UPDATE OF label, partner_code ON public.accountcodes FOR EACH ROW EXECUTE FUNCTION app.write_accountcode_keys();
policy ambassador on accountcodes permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy carrier on accountcodes permissive for all to u_carrier using (true) with check ();
policy client on accountcodes permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on accountcodes permissive for all to identity using (true) with check ();
policy operator on accountcodes permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy sites on accountcodes restrictive for all to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_id = ANY (( SELECT app.site_ids() AS site_ids)::uuid[])))) with check ();
policy worker on accountcodes permissive for all to worker using (true) with check ();
grant select on accountcodes to u_ambassador;
grant insert, select, update on accountcodes to u_carrier;
grant select on accountcodes to u_operator;
grant insert, select, update on accountcodes to worker;
grant update (label, partner_code, version) on accountcodes to u_ambassador;
grant update (label, partner_code, version) on accountcodes to u_operator;

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
alter table activity add FOREIGN KEY (actor_company_id) REFERENCES companies(id);
alter table activity add FOREIGN KEY (actor_user_id) REFERENCES users(id);
alter table activity add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table activity add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table activity add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table activity add FOREIGN KEY (site_id, company_id) REFERENCES sites(id, company_id);
alter table activity add PRIMARY KEY (id);
CREATE INDEX activity_actor_company_id_idx ON public.activity USING btree (actor_company_id);
CREATE INDEX activity_actor_user_id_idx ON public.activity USING btree (actor_user_id);
CREATE INDEX activity_ambassador_id_at_id_idx ON public.activity USING btree (ambassador_id, at DESC, id DESC);
CREATE INDEX activity_at_id_idx ON public.activity USING btree (at DESC, id DESC);
CREATE INDEX activity_company_id_at_id_idx ON public.activity USING btree (company_id, at DESC, id DESC);
CREATE INDEX activity_object_reference_at_idx ON public.activity USING btree (object_reference, at DESC) WHERE (object_kind = 'accountcode'::text);
CREATE INDEX activity_operator_id_at_id_idx ON public.activity USING btree (operator_id, at DESC, id DESC);
CREATE UNIQUE INDEX activity_pkey ON public.activity USING btree (id);
CREATE INDEX activity_site_id_idx ON public.activity USING btree (site_id);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.activity FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
policy ambassador on activity permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy carrier on activity permissive for all to u_carrier using (true) with check ();
policy client on activity permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on activity permissive for all to identity using (true) with check ();
policy no_accountcodes on activity restrictive for select to u_client, u_end_client using ((object_kind <> 'accountcode'::text)) with check ();
policy no_accounts on activity restrictive for select to u_ambassador, u_operator using (((company_id = ( SELECT app.company_id() AS company_id)) OR (split_part(action, '.'::text, 1) <> ALL (ARRAY['session'::text, 'factor'::text, 'backup_codes'::text, 'password'::text, 'terms'::text])))) with check ();
policy operator on activity permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy own_actor on activity restrictive for insert to u_ambassador, u_carrier, u_client, u_end_client, u_operator using () with check (((actor_user_id = ( SELECT app.user_id() AS user_id)) AND (actor_company_id = ( SELECT app.company_id() AS company_id))));
policy sites on activity restrictive for all to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_id = ANY (( SELECT app.site_ids() AS site_ids)::uuid[])))) with check ();
policy worker on activity permissive for all to worker using (true) with check ();
grant insert, select on activity to identity;
grant insert, select on activity to u_ambassador;
grant insert, select on activity to u_carrier;
grant insert, select on activity to u_client;
grant insert, select on activity to u_end_client;
grant insert, select on activity to u_operator;
grant insert, select on activity to worker;

create table backup_codes (
  user_id uuid not null,
  code_hash bytea not null,
  used_at timestamp with time zone
);
alter table backup_codes add FOREIGN KEY (user_id) REFERENCES users(id);
alter table backup_codes add PRIMARY KEY (user_id, code_hash);
CREATE UNIQUE INDEX backup_codes_pkey ON public.backup_codes USING btree (user_id, code_hash);
policy identity on backup_codes permissive for all to identity, worker using (true) with check ();
grant delete, insert, select, update on backup_codes to identity;
grant delete, insert, select, update on backup_codes to worker;

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
  version integer not null default 1
);
alter table basket_lines add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table basket_lines add FOREIGN KEY (basket_id, company_id) REFERENCES baskets(id, company_id) ON DELETE CASCADE;
alter table basket_lines add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table basket_lines add FOREIGN KEY (offer_version_id) REFERENCES offer_versions(id);
alter table basket_lines add FOREIGN KEY (onsite_contact_id, company_id) REFERENCES contacts(id, company_id);
alter table basket_lines add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table basket_lines add FOREIGN KEY (subscription_id) REFERENCES subscriptions(id);
alter table basket_lines add PRIMARY KEY (id);
CREATE INDEX basket_lines_ambassador_id_idx ON public.basket_lines USING btree (ambassador_id);
CREATE INDEX basket_lines_basket_id_position_idx ON public.basket_lines USING btree (basket_id, "position");
CREATE INDEX basket_lines_company_id_idx ON public.basket_lines USING btree (company_id);
CREATE INDEX basket_lines_offer_version_id_idx ON public.basket_lines USING btree (offer_version_id);
CREATE INDEX basket_lines_onsite_contact_id_idx ON public.basket_lines USING btree (onsite_contact_id);
CREATE INDEX basket_lines_operator_id_idx ON public.basket_lines USING btree (operator_id);
CREATE UNIQUE INDEX basket_lines_pkey ON public.basket_lines USING btree (id);
CREATE INDEX basket_lines_subscription_id_idx ON public.basket_lines USING btree (subscription_id);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.basket_lines FOR EACH ROW EXECUTE FUNCTION app.stamp_commercial();
policy ambassador on basket_lines permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy author_delete on basket_lines restrictive for delete to u_ambassador, u_carrier, u_client, u_end_client, u_operator using ((EXISTS ( SELECT
   FROM baskets b
  WHERE ((b.id = basket_lines.basket_id) AND (b.user_id = ( SELECT app.user_id() AS user_id)))))) with check ();
policy author_insert on basket_lines restrictive for insert to u_ambassador, u_carrier, u_client, u_end_client, u_operator using () with check ((EXISTS ( SELECT
   FROM baskets b
  WHERE ((b.id = basket_lines.basket_id) AND (b.user_id = ( SELECT app.user_id() AS user_id))))));
policy author_update on basket_lines restrictive for update to u_ambassador, u_carrier, u_client, u_end_client, u_operator using ((EXISTS ( SELECT
   FROM baskets b
  WHERE ((b.id = basket_lines.basket_id) AND (b.user_id = ( SELECT app.user_id() AS user_id)))))) with check ();
policy carrier on basket_lines permissive for all to u_carrier using (true) with check ();
policy client on basket_lines permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on basket_lines permissive for all to identity using (true) with check ();
policy operator on basket_lines permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy own_basket on basket_lines restrictive for all to u_ambassador, u_carrier, u_client, u_end_client, u_operator using ((EXISTS ( SELECT
   FROM baskets b
  WHERE (b.id = basket_lines.basket_id)))) with check ();
policy worker on basket_lines permissive for all to worker using (true) with check ();
grant delete, insert, select on basket_lines to u_ambassador;
grant delete, insert, select on basket_lines to u_carrier;
grant delete, insert, select on basket_lines to u_client;
grant delete, insert, select on basket_lines to u_end_client;
grant delete, insert, select on basket_lines to u_operator;
grant delete, insert, select, update on basket_lines to worker;
grant update (commitment_months, offer_version_id, onsite_contact_id, position, seen, site_ids, values, version, wished_on) on basket_lines to u_ambassador;
grant update (commitment_months, offer_version_id, onsite_contact_id, position, seen, site_ids, values, version, wished_on) on basket_lines to u_carrier;
grant update (commitment_months, offer_version_id, onsite_contact_id, position, seen, site_ids, values, version, wished_on) on basket_lines to u_client;
grant update (commitment_months, offer_version_id, onsite_contact_id, position, seen, site_ids, values, version, wished_on) on basket_lines to u_end_client;
grant update (commitment_months, offer_version_id, onsite_contact_id, position, seen, site_ids, values, version, wished_on) on basket_lines to u_operator;

create table baskets (
  id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  user_id uuid not null,
  universe text not null,
  state text not null default 'open'::text,
  updated_at timestamp with time zone not null default app.now(),
  version integer not null default 1
);
alter table baskets add CHECK ((state = ANY (ARRAY['open'::text, 'ordered'::text, 'requested'::text])));
alter table baskets add CHECK ((universe = ANY (ARRAY['client'::text, 'ambassador'::text, 'operator'::text, 'carrier'::text])));
alter table baskets add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table baskets add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table baskets add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table baskets add FOREIGN KEY (user_id) REFERENCES users(id);
alter table baskets add PRIMARY KEY (id);
CREATE INDEX baskets_ambassador_id_idx ON public.baskets USING btree (ambassador_id);
CREATE INDEX baskets_company_id_idx ON public.baskets USING btree (company_id);
CREATE UNIQUE INDEX baskets_in_company ON public.baskets USING btree (id, company_id);
CREATE INDEX baskets_operator_id_idx ON public.baskets USING btree (operator_id);
CREATE UNIQUE INDEX baskets_pkey ON public.baskets USING btree (id);
CREATE UNIQUE INDEX baskets_user_id_universe_company_id_idx ON public.baskets USING btree (user_id, universe, company_id) WHERE (state = 'open'::text);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.baskets FOR EACH ROW EXECUTE FUNCTION app.stamp_commercial();
policy ambassador on baskets permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy author_delete on baskets restrictive for delete to u_ambassador, u_carrier, u_client, u_end_client, u_operator using ((user_id = ( SELECT app.user_id() AS user_id))) with check ();
policy author_insert on baskets restrictive for insert to u_ambassador, u_carrier, u_client, u_end_client, u_operator using () with check ((user_id = ( SELECT app.user_id() AS user_id)));
policy author_update on baskets restrictive for update to u_ambassador, u_carrier, u_client, u_end_client, u_operator using ((user_id = ( SELECT app.user_id() AS user_id))) with check ();
policy carrier on baskets permissive for all to u_carrier using (true) with check ();
policy client on baskets permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on baskets permissive for all to identity using (true) with check ();
policy operator on baskets permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy own_basket on baskets restrictive for all to u_ambassador, u_carrier, u_client, u_end_client, u_operator using (((user_id = ( SELECT app.user_id() AS user_id)) OR ((state = 'requested'::text) AND (current_setting('role'::text) = 'u_operator'::text)))) with check ();
policy worker on baskets permissive for all to worker using (true) with check ();
grant delete, insert, select on baskets to u_ambassador;
grant delete, insert, select on baskets to u_carrier;
grant delete, insert, select on baskets to u_client;
grant delete, insert, select on baskets to u_end_client;
grant delete, insert, select on baskets to u_operator;
grant delete, insert, select, update on baskets to worker;
grant update (state, updated_at, version) on baskets to u_ambassador;
grant update (state, updated_at, version) on baskets to u_carrier;
grant update (state, updated_at, version) on baskets to u_client;
grant update (state, updated_at, version) on baskets to u_end_client;
grant update (state, updated_at, version) on baskets to u_operator;

create table challenges (
  id uuid not null,
  user_id uuid,
  session_id uuid,
  kind text not null,
  challenge text not null,
  expires_at timestamp with time zone not null
);
alter table challenges add CHECK ((kind = ANY (ARRAY['passkey_registration'::text, 'passkey_authentication'::text])));
alter table challenges add FOREIGN KEY (session_id) REFERENCES sessions(id);
alter table challenges add FOREIGN KEY (user_id) REFERENCES users(id);
alter table challenges add PRIMARY KEY (id);
CREATE INDEX challenges_expires_at_idx ON public.challenges USING btree (expires_at);
CREATE UNIQUE INDEX challenges_pkey ON public.challenges USING btree (id);
CREATE INDEX challenges_session_id_idx ON public.challenges USING btree (session_id);
CREATE INDEX challenges_user_id_idx ON public.challenges USING btree (user_id);
policy identity on challenges permissive for all to identity, worker using (true) with check ();
grant delete, insert, select, update on challenges to identity;
grant delete, insert, select, update on challenges to worker;

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
  created_by_name text not null
);
alter table commerce_documents add CHECK ((kind = ANY (ARRAY['order_form'::text, 'delivery_note'::text, 'termination_letter'::text, 'termination_notice'::text, 'attachment'::text])));
alter table commerce_documents add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table commerce_documents add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table commerce_documents add FOREIGN KEY (file_id) REFERENCES files(id);
alter table commerce_documents add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table commerce_documents add FOREIGN KEY (order_id) REFERENCES orders(id);
alter table commerce_documents add FOREIGN KEY (payer_id) REFERENCES companies(id);
alter table commerce_documents add FOREIGN KEY (subscription_id) REFERENCES subscriptions(id);
alter table commerce_documents add PRIMARY KEY (id);
CREATE INDEX commerce_documents_ambassador_id_idx ON public.commerce_documents USING btree (ambassador_id);
CREATE INDEX commerce_documents_company_id_idx ON public.commerce_documents USING btree (company_id);
CREATE INDEX commerce_documents_file_id_idx ON public.commerce_documents USING btree (file_id);
CREATE UNIQUE INDEX commerce_documents_once ON public.commerce_documents USING btree (order_id, kind, name) WHERE (kind = ANY (ARRAY['order_form'::text, 'delivery_note'::text]));
CREATE INDEX commerce_documents_operator_id_idx ON public.commerce_documents USING btree (operator_id);
CREATE INDEX commerce_documents_order_id_idx ON public.commerce_documents USING btree (order_id);
CREATE INDEX commerce_documents_payer_id_idx ON public.commerce_documents USING btree (payer_id);
CREATE UNIQUE INDEX commerce_documents_pkey ON public.commerce_documents USING btree (id);
CREATE INDEX commerce_documents_subscription_id_created_at_idx ON public.commerce_documents USING btree (subscription_id, created_at DESC);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.commerce_documents FOR EACH ROW EXECUTE FUNCTION app.stamp_document();
policy ambassador on commerce_documents permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy amounts on commerce_documents restrictive for all to u_end_client using ((NOT shows_amounts)) with check ();
policy carrier on commerce_documents permissive for all to u_carrier using (true) with check ();
policy client on commerce_documents permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on commerce_documents permissive for all to identity using (true) with check ();
policy operator on commerce_documents permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy paid on commerce_documents restrictive for all to u_client, u_operator using (((NOT shows_amounts) OR (payer_id = ( SELECT app.company_id() AS company_id)))) with check ();
policy paid_by_client on commerce_documents restrictive for all to u_ambassador using (((NOT shows_amounts) OR (payer_id = company_id))) with check ();
policy shared on commerce_documents restrictive for all to u_ambassador, u_client, u_end_client, u_operator using ((NOT internal)) with check ();
policy sites on commerce_documents restrictive for all to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_ids && ( SELECT app.site_ids() AS site_ids)))) with check ();
policy worker on commerce_documents permissive for all to worker using (true) with check ();
grant select on commerce_documents to u_ambassador;
grant insert, select, update on commerce_documents to u_carrier;
grant select on commerce_documents to u_client;
grant select on commerce_documents to u_end_client;
grant select on commerce_documents to u_operator;
grant insert, select, update on commerce_documents to worker;

create table commitment_amounts (
  commitment_id uuid not null,
  payer_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  monthly_cents bigint not null
);
alter table commitment_amounts add CHECK ((monthly_cents >= 0));
alter table commitment_amounts add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table commitment_amounts add FOREIGN KEY (commitment_id) REFERENCES commitments(id);
alter table commitment_amounts add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table commitment_amounts add FOREIGN KEY (payer_id) REFERENCES companies(id);
alter table commitment_amounts add PRIMARY KEY (commitment_id);
CREATE INDEX commitment_amounts_ambassador_id_idx ON public.commitment_amounts USING btree (ambassador_id);
CREATE INDEX commitment_amounts_company_id_idx ON public.commitment_amounts USING btree (company_id);
CREATE INDEX commitment_amounts_payer_id_idx ON public.commitment_amounts USING btree (payer_id);
CREATE UNIQUE INDEX commitment_amounts_pkey ON public.commitment_amounts USING btree (commitment_id);
CREATE TRIGGER stamp_payer BEFORE INSERT ON public.commitment_amounts FOR EACH ROW EXECUTE FUNCTION app.stamp_payer_of_commitment();
policy ambassador on commitment_amounts permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy own on commitment_amounts restrictive for all to u_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy payer on commitment_amounts permissive for all to u_client, u_operator using ((payer_id = ( SELECT app.company_id() AS company_id))) with check ();
policy staff on commitment_amounts permissive for all to u_carrier, worker using (true) with check ();
grant select on commitment_amounts to u_ambassador;
grant insert, select, update on commitment_amounts to u_carrier;
grant select on commitment_amounts to u_client;
grant select on commitment_amounts to u_operator;
grant insert, select, update on commitment_amounts to worker;

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
  created_at timestamp with time zone not null default app.now()
);
alter table commitments add CHECK ((months >= 0));
alter table commitments add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table commitments add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table commitments add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table commitments add FOREIGN KEY (order_id) REFERENCES orders(id);
alter table commitments add FOREIGN KEY (subscription_id) REFERENCES subscriptions(id);
alter table commitments add PRIMARY KEY (id);
CREATE INDEX commitments_ambassador_id_idx ON public.commitments USING btree (ambassador_id);
CREATE INDEX commitments_company_id_idx ON public.commitments USING btree (company_id);
CREATE INDEX commitments_ends_on_idx ON public.commitments USING btree (ends_on);
CREATE INDEX commitments_operator_id_idx ON public.commitments USING btree (operator_id);
CREATE INDEX commitments_order_id_idx ON public.commitments USING btree (order_id);
CREATE UNIQUE INDEX commitments_pkey ON public.commitments USING btree (id);
CREATE INDEX commitments_subscription_id_idx ON public.commitments USING btree (subscription_id);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.commitments FOR EACH ROW EXECUTE FUNCTION app.stamp_from_subscription();
policy ambassador on commitments permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy carrier on commitments permissive for all to u_carrier using (true) with check ();
policy client on commitments permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on commitments permissive for all to identity using (true) with check ();
policy operator on commitments permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy sites on commitments restrictive for all to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_ids && ( SELECT app.site_ids() AS site_ids)))) with check ();
policy worker on commitments permissive for all to worker using (true) with check ();
grant select on commitments to u_ambassador;
grant insert, select, update on commitments to u_carrier;
grant select on commitments to u_client;
grant select on commitments to u_end_client;
grant select on commitments to u_operator;
grant insert, select, update on commitments to worker;

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
  name_fold text generated always as (app.folded_name(name)) stored,
  head_postcode text not null default ''::text,
  head_city text not null default ''::text,
  head_city_fold text generated always as (app.folded_name(head_city)) stored
);
alter table companies add CHECK (((ambassador_id IS NULL) OR (operator_id IS NULL) OR ((ambassador_id = id) AND (operator_id = id))));
alter table companies add CHECK ((external_key <> ''::text));
alter table companies add CHECK ((financial_state = ANY (ARRAY['sound'::text, 'watch'::text, 'blocked'::text])));
alter table companies add CHECK ((guarantee = ANY (ARRAY['none'::text, 'deposit'::text, 'bank'::text])));
alter table companies add CHECK ((name <> ''::text));
alter table companies add CHECK ((size = ANY (ARRAY['unknown'::text, 'micro'::text, 'small'::text, 'medium'::text, 'intermediate'::text, 'large'::text, 'nonprofit'::text])));
alter table companies add CHECK ((state = ANY (ARRAY['active'::text, 'suspended'::text, 'closed'::text])));
alter table companies add CHECK (((cardinality(universes) > 0) AND (universes <@ ARRAY['client'::text, 'ambassador'::text, 'operator'::text, 'carrier'::text])));
alter table companies add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table companies add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table companies add PRIMARY KEY (id);
alter table companies add UNIQUE (number);
alter table companies add UNIQUE (reference);
CREATE INDEX companies_ambassador_id_created_at_id_idx ON public.companies USING btree (ambassador_id, created_at, id);
CREATE INDEX companies_ambassador_id_name_fold_id_idx ON public.companies USING btree (ambassador_id, name_fold, id);
CREATE INDEX companies_ambassador_id_number_idx ON public.companies USING btree (ambassador_id, number);
CREATE INDEX companies_created_at_id_idx ON public.companies USING btree (created_at, id);
CREATE UNIQUE INDEX companies_external_key_idx ON public.companies USING btree (external_key) WHERE (external_key IS NOT NULL);
CREATE INDEX companies_financial_state_number_idx ON public.companies USING btree (financial_state, number);
CREATE INDEX companies_head_city_fold_id_idx ON public.companies USING btree (head_city_fold, id);
CREATE INDEX companies_head_postcode_number_idx ON public.companies USING btree (head_postcode, number);
CREATE INDEX companies_name_fold_id_idx ON public.companies USING btree (name_fold, id);
CREATE INDEX companies_name_id_idx ON public.companies USING btree (name COLLATE "C", id);
CREATE UNIQUE INDEX companies_number_key ON public.companies USING btree (number);
CREATE INDEX companies_operator_id_created_at_id_idx ON public.companies USING btree (operator_id, created_at, id);
CREATE INDEX companies_operator_id_name_fold_id_idx ON public.companies USING btree (operator_id, name_fold, id);
CREATE INDEX companies_operator_id_number_idx ON public.companies USING btree (operator_id, number);
CREATE UNIQUE INDEX companies_pkey ON public.companies USING btree (id);
CREATE UNIQUE INDEX companies_reference_key ON public.companies USING btree (reference);
CREATE INDEX companies_siren_idx ON public.companies USING btree (siren);
CREATE INDEX companies_siren_idx1 ON public.companies USING btree (siren COLLATE "C");
CREATE INDEX companies_state_number_idx ON public.companies USING btree (state, number);
CREATE INDEX companies_universes_idx ON public.companies USING gin (universes);
CREATE TRIGGER demand_second_factor AFTER UPDATE OF second_factor_required ON public.companies FOR EACH ROW WHEN ((new.second_factor_required AND (NOT old.second_factor_required))) EXECUTE FUNCTION app.demand_second_factor();
CREATE TRIGGER index_for_search AFTER INSERT OR UPDATE OF name, siren, vat_number, phone, ambassador_id, operator_id ON public.companies FOR EACH ROW EXECUTE FUNCTION app.index_company();
CREATE TRIGGER refresh_effective_rights AFTER UPDATE OF universes ON public.companies FOR EACH ROW EXECUTE FUNCTION app.refresh_after_company();
CREATE TRIGGER rename_on_contracts AFTER UPDATE OF name ON public.companies FOR EACH ROW WHEN ((old.name IS DISTINCT FROM new.name)) EXECUTE FUNCTION app.rename_on_contracts();
CREATE TRIGGER subscribe_administrators AFTER UPDATE OF universes ON public.companies FOR EACH ROW WHEN ((new.universes IS DISTINCT FROM old.universes)) EXECUTE FUNCTION app.subscribe_administrators_of_company();
policy ambassador on companies permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy carrier on companies permissive for all to u_carrier using (true) with check ();
policy client on companies permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on companies permissive for all to identity using (true) with check ();
policy operator on companies permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy plain_clients on companies restrictive for insert to u_ambassador, u_operator using () with check ((universes = ARRAY['client'::text]));
policy worker on companies permissive for all to worker using (true) with check ();
grant select on companies to identity;
grant select on companies to u_ambassador;
grant insert, select, update on companies to u_carrier;
grant select on companies to u_client;
grant select on companies to u_end_client;
grant select on companies to u_operator;
grant insert, select, update on companies to worker;
grant insert (ambassador_id, ape_code, comment, einvoicing_address, email_administrative, email_order_desk, email_sales, email_technical, id, legal_form, name, operator_id, phone, siren, size, universes, vat_number, website) on companies to u_ambassador;
grant update (ape_code, comment, einvoicing_address, email_administrative, email_order_desk, email_sales, email_technical, phone, second_factor_required, size, version, website) on companies to u_ambassador;
grant update (ape_code, comment, einvoicing_address, email_administrative, email_order_desk, email_sales, email_technical, phone, second_factor_required, size, version, website) on companies to u_client;
grant update (ape_code, comment, einvoicing_address, email_administrative, email_order_desk, email_sales, email_technical, phone, second_factor_required, size, version, website) on companies to u_end_client;
grant insert (ambassador_id, ape_code, comment, einvoicing_address, email_administrative, email_order_desk, email_sales, email_technical, id, legal_form, name, operator_id, phone, siren, size, universes, vat_number, website) on companies to u_operator;
grant update (ape_code, comment, einvoicing_address, email_administrative, email_order_desk, email_sales, email_technical, phone, second_factor_required, size, version, website) on companies to u_operator;

create table company_notes (
  company_id uuid not null,
  body text not null,
  updated_at timestamp with time zone not null default app.now()
);
alter table company_notes add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table company_notes add PRIMARY KEY (company_id);
CREATE UNIQUE INDEX company_notes_pkey ON public.company_notes USING btree (company_id);
policy carrier on company_notes permissive for all to u_carrier, worker using (true) with check ();
grant delete, insert, select, update on company_notes to u_carrier;
grant delete, insert, select, update on company_notes to worker;

create table company_notification_addresses (
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  addresses jsonb not null default '{}'::jsonb,
  version integer not null default 1
);
alter table company_notification_addresses add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table company_notification_addresses add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table company_notification_addresses add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table company_notification_addresses add PRIMARY KEY (company_id);
CREATE INDEX company_notification_addresses_ambassador_id_idx ON public.company_notification_addresses USING btree (ambassador_id);
CREATE INDEX company_notification_addresses_operator_id_idx ON public.company_notification_addresses USING btree (operator_id);
CREATE UNIQUE INDEX company_notification_addresses_pkey ON public.company_notification_addresses USING btree (company_id);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.company_notification_addresses FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
policy ambassador on company_notification_addresses permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy carrier on company_notification_addresses permissive for all to u_carrier using (true) with check ();
policy client on company_notification_addresses permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on company_notification_addresses permissive for all to identity using (true) with check ();
policy operator on company_notification_addresses permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy worker on company_notification_addresses permissive for all to worker using (true) with check ();
grant insert, select, update on company_notification_addresses to identity;
grant insert, select, update on company_notification_addresses to u_ambassador;
grant insert, select, update on company_notification_addresses to u_carrier;
grant insert, select, update on company_notification_addresses to u_client;
grant insert, select, update on company_notification_addresses to u_end_client;
grant insert, select, update on company_notification_addresses to u_operator;
grant insert, select, update on company_notification_addresses to worker;

create table company_proposals (
  id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  field text not null,
  old_value text,
  new_value text not null,
  reason text,
  state text not null default 'pending'::text,
  answer text,
  proposed_by text not null,
  created_at timestamp with time zone not null default app.now(),
  answered_at timestamp with time zone
);
alter table company_proposals add CHECK ((field = ANY (ARRAY['name'::text, 'siren'::text, 'vat_number'::text, 'legal_form'::text, 'state'::text, 'financial_state'::text, 'guarantee'::text])));
alter table company_proposals add CHECK ((state = ANY (ARRAY['pending'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text])));
alter table company_proposals add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table company_proposals add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table company_proposals add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table company_proposals add PRIMARY KEY (id);
CREATE INDEX company_proposals_ambassador_id_idx ON public.company_proposals USING btree (ambassador_id);
CREATE INDEX company_proposals_company_id_idx ON public.company_proposals USING btree (company_id);
CREATE INDEX company_proposals_created_at_idx ON public.company_proposals USING btree (created_at) WHERE (state = 'pending'::text);
CREATE INDEX company_proposals_operator_id_idx ON public.company_proposals USING btree (operator_id);
CREATE UNIQUE INDEX company_proposals_pkey ON public.company_proposals USING btree (id);
CREATE INDEX company_proposals_state_created_at_id_idx ON public.company_proposals USING btree (state, created_at, id);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.company_proposals FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
policy ambassador on company_proposals permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy carrier on company_proposals permissive for all to u_carrier using (true) with check ();
policy client on company_proposals permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on company_proposals permissive for all to identity using (true) with check ();
policy operator on company_proposals permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy own_answer on company_proposals restrictive for update to u_ambassador, u_client, u_end_client, u_operator using () with check (((state = ANY (ARRAY['pending'::text, 'withdrawn'::text])) AND (answer IS NULL)));
policy own_part on company_proposals restrictive for insert to u_ambassador, u_client, u_end_client, u_operator using () with check (((state = 'pending'::text) AND (answer IS NULL)));
policy sites on company_proposals restrictive for all to u_client, u_end_client using (( SELECT app.all_sites() AS all_sites)) with check ();
policy worker on company_proposals permissive for all to worker using (true) with check ();
grant select on company_proposals to identity;
grant insert, select on company_proposals to u_ambassador;
grant insert, select on company_proposals to u_carrier;
grant insert, select on company_proposals to u_client;
grant insert, select on company_proposals to u_end_client;
grant insert, select on company_proposals to u_operator;
grant insert, select on company_proposals to worker;
grant update (answer, answered_at, state) on company_proposals to u_ambassador;
grant update (answer, answered_at, state) on company_proposals to u_carrier;
grant update (answer, answered_at, state) on company_proposals to u_client;
grant update (answer, answered_at, state) on company_proposals to u_end_client;
grant update (answer, answered_at, state) on company_proposals to u_operator;
grant update (ambassador_id, answer, answered_at, operator_id, state) on company_proposals to worker;

create table contact_subscriptions (
  contact_id uuid not null,
  universe text not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  interface_mask integer not null default 0,
  email_mask integer not null default 0
);
alter table contact_subscriptions add CHECK ((email_mask >= 0));
alter table contact_subscriptions add CHECK ((interface_mask >= 0));
alter table contact_subscriptions add CHECK ((universe = ANY (ARRAY['client'::text, 'ambassador'::text, 'operator'::text, 'carrier'::text])));
alter table contact_subscriptions add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table contact_subscriptions add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table contact_subscriptions add FOREIGN KEY (contact_id, company_id) REFERENCES contacts(id, company_id);
alter table contact_subscriptions add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table contact_subscriptions add PRIMARY KEY (contact_id, universe);
CREATE INDEX contact_subscriptions_ambassador_id_idx ON public.contact_subscriptions USING btree (ambassador_id);
CREATE INDEX contact_subscriptions_company_id_universe_idx ON public.contact_subscriptions USING btree (company_id, universe);
CREATE INDEX contact_subscriptions_operator_id_idx ON public.contact_subscriptions USING btree (operator_id);
CREATE UNIQUE INDEX contact_subscriptions_pkey ON public.contact_subscriptions USING btree (contact_id, universe);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.contact_subscriptions FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
policy ambassador on contact_subscriptions permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy carrier on contact_subscriptions permissive for all to u_carrier using (true) with check ();
policy client on contact_subscriptions permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on contact_subscriptions permissive for all to identity using (true) with check ();
policy operator on contact_subscriptions permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy worker on contact_subscriptions permissive for all to worker using (true) with check ();
grant insert, select, update on contact_subscriptions to identity;
grant insert, select, update on contact_subscriptions to u_ambassador;
grant insert, select, update on contact_subscriptions to u_carrier;
grant insert, select, update on contact_subscriptions to u_client;
grant insert, select, update on contact_subscriptions to u_end_client;
grant insert, select, update on contact_subscriptions to u_operator;
grant insert, select, update on contact_subscriptions to worker;

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
  external_key text
);
alter table contacts add CHECK ((external_key <> ''::text));
alter table contacts add CHECK ((last_name <> ''::text));
alter table contacts add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table contacts add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table contacts add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table contacts add FOREIGN KEY (site_id, company_id) REFERENCES sites(id, company_id);
alter table contacts add PRIMARY KEY (id);
CREATE INDEX contacts_ambassador_id_idx ON public.contacts USING btree (ambassador_id);
CREATE UNIQUE INDEX contacts_company_id_external_key_idx ON public.contacts USING btree (company_id, external_key) WHERE (external_key IS NOT NULL);
CREATE INDEX contacts_company_id_last_name_id_idx ON public.contacts USING btree (company_id, last_name, id);
CREATE UNIQUE INDEX contacts_in_company ON public.contacts USING btree (id, company_id);
CREATE INDEX contacts_lower_idx ON public.contacts USING btree (lower(email) COLLATE "C");
CREATE INDEX contacts_operator_id_idx ON public.contacts USING btree (operator_id);
CREATE UNIQUE INDEX contacts_pkey ON public.contacts USING btree (id);
CREATE INDEX contacts_site_id_idx ON public.contacts USING btree (site_id);
CREATE TRIGGER end_links AFTER UPDATE OF email ON public.contacts FOR EACH ROW WHEN ((old.email IS DISTINCT FROM new.email)) EXECUTE FUNCTION app.end_links_of_former_address();
CREATE TRIGGER follow_contact AFTER UPDATE OF first_name, last_name, site_id ON public.contacts FOR EACH ROW WHEN ((((old.first_name IS DISTINCT FROM new.first_name) OR (old.last_name IS DISTINCT FROM new.last_name)) OR (old.site_id IS DISTINCT FROM new.site_id))) EXECUTE FUNCTION app.follow_contact();
CREATE TRIGGER index_for_search AFTER INSERT OR UPDATE OF first_name, last_name, email, phone, mobile, site_id, archived_at, ambassador_id, operator_id ON public.contacts FOR EACH ROW EXECUTE FUNCTION app.index_contact();
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.contacts FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
policy ambassador on contacts permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy carrier on contacts permissive for all to u_carrier using (true) with check ();
policy client on contacts permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on contacts permissive for all to identity using (true) with check ();
policy operator on contacts permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy sites on contacts restrictive for all to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_id = ANY (( SELECT app.site_ids() AS site_ids)::uuid[])))) with check ();
policy worker on contacts permissive for all to worker using (true) with check ();
grant insert, select on contacts to identity;
grant insert, select on contacts to u_ambassador;
grant insert, select on contacts to u_carrier;
grant insert, select on contacts to u_client;
grant insert, select on contacts to u_end_client;
grant insert, select on contacts to u_operator;
grant insert, select on contacts to worker;
grant update (archived_at, email, first_name, job_title, last_name, mobile, phone, site_id, version) on contacts to identity;
grant update (archived_at, email, first_name, job_title, last_name, mobile, phone, site_id, version) on contacts to u_ambassador;
grant update (archived_at, email, first_name, job_title, last_name, mobile, phone, site_id, version) on contacts to u_carrier;
grant update (archived_at, email, first_name, job_title, last_name, mobile, phone, site_id, version) on contacts to u_client;
grant update (archived_at, email, first_name, job_title, last_name, mobile, phone, site_id, version) on contacts to u_end_client;
grant update (archived_at, email, first_name, job_title, last_name, mobile, phone, site_id, version) on contacts to u_operator;
grant update (ambassador_id, archived_at, email, first_name, job_title, last_name, mobile, operator_id, phone, site_id, version) on contacts to worker;

create table credentials (
  user_id uuid not null,
  password_hash text not null,
  changed_at timestamp with time zone not null
);
alter table credentials add FOREIGN KEY (user_id) REFERENCES users(id);
alter table credentials add PRIMARY KEY (user_id);
CREATE UNIQUE INDEX credentials_pkey ON public.credentials USING btree (user_id);
policy identity on credentials permissive for all to identity, worker using (true) with check ();
grant delete, insert, select, update on credentials to identity;
grant delete, insert, select, update on credentials to worker;

create table demonstration_parts (
  part text not null,
  version integer not null,
  seeded_on date not null
);
alter table demonstration_parts add PRIMARY KEY (part);
CREATE UNIQUE INDEX demonstration_parts_pkey ON public.demonstration_parts USING btree (part);
policy worker on demonstration_parts permissive for all to worker using (true) with check ();
grant select on demonstration_parts to worker;

create table effective_rights (
  user_id uuid not null,
  universe text not null,
  company_id uuid not null,
  grants jsonb not null
);
alter table effective_rights add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table effective_rights add FOREIGN KEY (user_id) REFERENCES users(id);
alter table effective_rights add PRIMARY KEY (user_id, universe);
CREATE INDEX effective_rights_company_id_idx ON public.effective_rights USING btree (company_id);
CREATE UNIQUE INDEX effective_rights_pkey ON public.effective_rights USING btree (user_id, universe);
policy client on effective_rights permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy partner on effective_rights permissive for all to u_ambassador, u_operator using ((EXISTS ( SELECT
   FROM users u
  WHERE (u.id = effective_rights.user_id)))) with check ();
policy staff on effective_rights permissive for all to identity, u_carrier, worker using (true) with check ();
grant select on effective_rights to identity;
grant select on effective_rights to u_ambassador;
grant select on effective_rights to u_carrier;
grant select on effective_rights to u_client;
grant select on effective_rights to u_end_client;
grant select on effective_rights to u_operator;
grant select on effective_rights to worker;

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
  last_used_at timestamp with time zone
);
alter table factors add CHECK ((kind = ANY (ARRAY['totp'::text, 'passkey'::text])));
alter table factors add FOREIGN KEY (user_id) REFERENCES users(id);
alter table factors add PRIMARY KEY (id);
alter table factors add UNIQUE (credential_id);
CREATE UNIQUE INDEX factors_credential_id_key ON public.factors USING btree (credential_id);
CREATE UNIQUE INDEX factors_pkey ON public.factors USING btree (id);
CREATE INDEX factors_user_id_idx ON public.factors USING btree (user_id);
policy identity on factors permissive for all to identity, worker using (true) with check ();
grant delete, insert, select, update on factors to identity;
grant delete, insert, select, update on factors to worker;

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
  created_at timestamp with time zone not null
);
alter table files add CHECK ((name <> ''::text));
alter table files add CHECK ((size >= 0));
alter table files add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table files add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table files add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table files add FOREIGN KEY (site_id, company_id) REFERENCES sites(id, company_id);
alter table files add FOREIGN KEY (user_id) REFERENCES users(id);
alter table files add PRIMARY KEY (id);
alter table files add UNIQUE (storage_key);
CREATE INDEX files_ambassador_id_idx ON public.files USING btree (ambassador_id);
CREATE INDEX files_company_id_created_at_id_idx ON public.files USING btree (company_id, created_at DESC, id DESC);
CREATE INDEX files_operator_id_idx ON public.files USING btree (operator_id);
CREATE UNIQUE INDEX files_pkey ON public.files USING btree (id);
CREATE INDEX files_site_id_idx ON public.files USING btree (site_id);
CREATE UNIQUE INDEX files_storage_key_key ON public.files USING btree (storage_key);
CREATE INDEX files_user_id_idx ON public.files USING btree (user_id);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.files FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
policy ambassador on files permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy carrier on files permissive for all to u_carrier using (true) with check ();
policy client on files permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on files permissive for all to identity using (true) with check ();
policy operator on files permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy sites on files restrictive for all to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_id = ANY (( SELECT app.site_ids() AS site_ids)::uuid[])))) with check ();
policy worker on files permissive for all to worker using (true) with check ();
grant insert, select on files to u_ambassador;
grant insert, select on files to u_carrier;
grant insert, select on files to u_client;
grant insert, select on files to u_end_client;
grant insert, select on files to u_operator;
grant delete, insert, select, update on files to worker;

create table idempotency_keys (
  user_id uuid not null,
  key text not null,
  request_hash bytea not null,
  status integer,
  answer jsonb,
  created_at timestamp with time zone not null
);
alter table idempotency_keys add FOREIGN KEY (user_id) REFERENCES users(id);
alter table idempotency_keys add PRIMARY KEY (user_id, key);
CREATE INDEX idempotency_keys_created_at_idx ON public.idempotency_keys USING btree (created_at);
CREATE UNIQUE INDEX idempotency_keys_pkey ON public.idempotency_keys USING btree (user_id, key);
policy own on idempotency_keys permissive for all to u_ambassador, u_carrier, u_client, u_end_client, u_operator using ((user_id = ( SELECT app.user_id() AS user_id))) with check ();
policy technique on idempotency_keys permissive for all to identity, worker using (true) with check ();
grant delete, insert, select, update on idempotency_keys to identity;
grant delete, insert, select, update on idempotency_keys to u_ambassador;
grant delete, insert, select, update on idempotency_keys to u_carrier;
grant delete, insert, select, update on idempotency_keys to u_client;
grant delete, insert, select, update on idempotency_keys to u_end_client;
grant delete, insert, select, update on idempotency_keys to u_operator;
grant delete, insert, select, update on idempotency_keys to worker;

create table import_rows (
  import_id uuid not null,
  line integer not null,
  cells text[] not null,
  state text not null default 'pending'::text,
  outcome text,
  object_reference text,
  errors jsonb
);
alter table import_rows add CHECK ((outcome = ANY (ARRAY['created'::text, 'updated'::text, 'unchanged'::text])));
alter table import_rows add CHECK ((state = ANY (ARRAY['pending'::text, 'valid'::text, 'faulty'::text, 'applied'::text])));
alter table import_rows add FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE CASCADE;
alter table import_rows add PRIMARY KEY (import_id, line);
CREATE INDEX import_rows_import_id_state_line_idx ON public.import_rows USING btree (import_id, state, line);
CREATE UNIQUE INDEX import_rows_pkey ON public.import_rows USING btree (import_id, line);
policy carrier on import_rows permissive for all to u_carrier, worker using (true) with check ();
grant delete, insert, select, update on import_rows to u_carrier;
grant delete, insert, select, update on import_rows to worker;

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
  finished_at timestamp with time zone
);
alter table imports add CHECK ((kind = ANY (ARRAY['companies'::text, 'sites'::text, 'contacts'::text, 'subscriptions'::text, 'services'::text, 'accountcodes'::text])));
alter table imports add CHECK ((state = ANY (ARRAY['checking'::text, 'checked'::text, 'applying'::text, 'done'::text, 'cancelled'::text])));
alter table imports add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table imports add FOREIGN KEY (started_by_user_id) REFERENCES users(id);
alter table imports add PRIMARY KEY (id);
alter table imports add UNIQUE (number);
alter table imports add UNIQUE (reference);
CREATE INDEX imports_company_id_idx ON public.imports USING btree (company_id);
CREATE INDEX imports_created_at_id_idx ON public.imports USING btree (created_at, id);
CREATE INDEX imports_file_hash_idx ON public.imports USING btree (file_hash);
CREATE UNIQUE INDEX imports_number_key ON public.imports USING btree (number);
CREATE UNIQUE INDEX imports_pkey ON public.imports USING btree (id);
CREATE UNIQUE INDEX imports_reference_key ON public.imports USING btree (reference);
CREATE INDEX imports_started_by_user_id_idx ON public.imports USING btree (started_by_user_id);
policy carrier on imports permissive for all to u_carrier, worker using (true) with check ();
grant insert, select, update on imports to u_carrier;
grant insert, select, update on imports to worker;

create table installation (
  single boolean not null default true,
  prefix text not null
);
alter table installation add CHECK (single);
alter table installation add PRIMARY KEY (single);
CREATE UNIQUE INDEX installation_pkey ON public.installation USING btree (single);

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
  version integer not null default 1
);
alter table issuer_settings add CHECK ((capital_cents >= 0));
alter table issuer_settings add CHECK ((logo_type = ANY (ARRAY['image/png'::text, 'image/jpeg'::text])));
alter table issuer_settings add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table issuer_settings add PRIMARY KEY (company_id);
CREATE UNIQUE INDEX issuer_settings_pkey ON public.issuer_settings USING btree (company_id);
policy carrier on issuer_settings permissive for all to u_carrier, worker using (true) with check ();
policy readers on issuer_settings permissive for select to identity, u_ambassador, u_client, u_end_client, u_operator using (true) with check ();
grant insert, select, update on issuer_settings to u_carrier;
grant insert, select, update on issuer_settings to worker;
grant select (bic, capital_cents, city, company_id, complement, country, creditor_identifier, iban_masked, legal_form, legal_name, logo, logo_type, phone, postcode, rcs_city, sender_email, sender_name, siren, street, terms_of_sale, terms_of_sale_version, updated_at, vat_number, version, website) on issuer_settings to identity;
grant select (bic, capital_cents, city, company_id, complement, country, creditor_identifier, iban_masked, legal_form, legal_name, logo, logo_type, phone, postcode, rcs_city, sender_email, sender_name, siren, street, terms_of_sale, terms_of_sale_version, updated_at, vat_number, version, website) on issuer_settings to u_ambassador;
grant select (bic, capital_cents, city, company_id, complement, country, creditor_identifier, iban_masked, legal_form, legal_name, logo, logo_type, phone, postcode, rcs_city, sender_email, sender_name, siren, street, terms_of_sale, terms_of_sale_version, updated_at, vat_number, version, website) on issuer_settings to u_client;
grant select (bic, capital_cents, city, company_id, complement, country, creditor_identifier, iban_masked, legal_form, legal_name, logo, logo_type, phone, postcode, rcs_city, sender_email, sender_name, siren, street, terms_of_sale, terms_of_sale_version, updated_at, vat_number, version, website) on issuer_settings to u_end_client;
grant select (bic, capital_cents, city, company_id, complement, country, creditor_identifier, iban_masked, legal_form, legal_name, logo, logo_type, phone, postcode, rcs_city, sender_email, sender_name, siren, street, terms_of_sale, terms_of_sale_version, updated_at, vat_number, version, website) on issuer_settings to u_operator;

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
  updated_at timestamp with time zone not null default app.now()
);
alter table job_progress add CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])));
alter table job_progress add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table job_progress add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table job_progress add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table job_progress add FOREIGN KEY (user_id) REFERENCES users(id);
alter table job_progress add PRIMARY KEY (id);
CREATE INDEX job_progress_ambassador_id_idx ON public.job_progress USING btree (ambassador_id);
CREATE INDEX job_progress_company_id_idx ON public.job_progress USING btree (company_id);
CREATE INDEX job_progress_operator_id_idx ON public.job_progress USING btree (operator_id);
CREATE UNIQUE INDEX job_progress_pkey ON public.job_progress USING btree (id);
CREATE INDEX job_progress_user_id_created_at_idx ON public.job_progress USING btree (user_id, created_at DESC);
CREATE TRIGGER announce_progress AFTER INSERT OR UPDATE ON public.job_progress FOR EACH ROW EXECUTE FUNCTION app.announce_progress();
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.job_progress FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
policy own on job_progress permissive for all to u_ambassador, u_carrier, u_client, u_end_client, u_operator using ((user_id = ( SELECT app.user_id() AS user_id))) with check ((user_id = ( SELECT app.user_id() AS user_id)));
policy own_company on job_progress restrictive for insert to u_ambassador, u_carrier, u_client, u_end_client, u_operator using () with check ((company_id = ( SELECT app.company_id() AS company_id)));
policy worker on job_progress permissive for all to worker using (true) with check ();
grant insert, select on job_progress to u_ambassador;
grant insert, select on job_progress to u_carrier;
grant insert, select on job_progress to u_client;
grant insert, select on job_progress to u_end_client;
grant insert, select on job_progress to u_operator;
grant delete, insert, select, update on job_progress to worker;
grant update (cancel_requested) on job_progress to u_ambassador;
grant update (cancel_requested) on job_progress to u_carrier;
grant update (cancel_requested) on job_progress to u_client;
grant update (cancel_requested) on job_progress to u_end_client;
grant update (cancel_requested) on job_progress to u_operator;

create table known_places (
  user_id uuid not null,
  kind text not null,
  place text not null,
  first_seen_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null
);
alter table known_places add CHECK ((kind = ANY (ARRAY['device'::text, 'network'::text])));
alter table known_places add FOREIGN KEY (user_id) REFERENCES users(id);
alter table known_places add PRIMARY KEY (user_id, kind, place);
CREATE UNIQUE INDEX known_places_pkey ON public.known_places USING btree (user_id, kind, place);
policy identity on known_places permissive for all to identity, worker using (true) with check ();
grant delete, insert, select, update on known_places to identity;
grant delete, insert, select, update on known_places to worker;

create table mail_attempts (
  id bigint not null,
  mail_id uuid not null,
  at timestamp with time zone not null,
  company_id uuid,
  outcome text not null,
  reason text
);
alter table mail_attempts add CHECK ((outcome = ANY (ARRAY['sent'::text, 'retry'::text, 'refused'::text, 'unknown'::text, 'resend'::text])));
alter table mail_attempts add FOREIGN KEY (mail_id) REFERENCES mails(id) ON DELETE CASCADE;
alter table mail_attempts add PRIMARY KEY (id);
CREATE INDEX mail_attempts_mail_id_id_idx ON public.mail_attempts USING btree (mail_id, id);
CREATE UNIQUE INDEX mail_attempts_pkey ON public.mail_attempts USING btree (id);
policy carrier on mail_attempts permissive for all to u_carrier, worker using (true) with check ();
grant insert, select on mail_attempts to u_carrier;
grant delete, insert, select, update on mail_attempts to worker;

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
  language text not null,
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
  content jsonb
);
alter table mails add CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text])));
alter table mails add CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'uncertain'::text])));
alter table mails add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table mails add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table mails add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table mails add FOREIGN KEY (user_id) REFERENCES users(id);
alter table mails add PRIMARY KEY (id);
alter table mails add UNIQUE (message_id);
CREATE INDEX mails_ambassador_id_created_at_id_idx ON public.mails USING btree (ambassador_id, created_at DESC, id DESC);
CREATE INDEX mails_company_id_created_at_id_idx ON public.mails USING btree (company_id, created_at DESC, id DESC);
CREATE INDEX mails_company_id_created_at_idx ON public.mails USING btree (company_id, created_at DESC) WHERE (state = 'failed'::text);
CREATE INDEX mails_company_id_lower_created_at_idx ON public.mails USING btree (company_id, lower(to_address), created_at DESC);
CREATE INDEX mails_created_at_id_idx ON public.mails USING btree (created_at DESC, id DESC);
CREATE UNIQUE INDEX mails_message_id_key ON public.mails USING btree (message_id);
CREATE INDEX mails_operator_id_created_at_id_idx ON public.mails USING btree (operator_id, created_at DESC, id DESC);
CREATE UNIQUE INDEX mails_pkey ON public.mails USING btree (id);
CREATE INDEX mails_state_created_at_idx ON public.mails USING btree (state, created_at) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text, 'failed'::text, 'uncertain'::text]));
CREATE INDEX mails_template_created_at_id_idx ON public.mails USING btree (template, created_at DESC, id DESC);
CREATE INDEX mails_to_address_created_at_idx ON public.mails USING btree (to_address COLLATE "C", created_at DESC);
CREATE INDEX mails_to_send ON public.mails USING btree (next_attempt_at, id) WHERE ((state = 'queued'::text) AND (sender IS NULL) AND (parameters IS NOT NULL));
CREATE INDEX mails_user_id_idx ON public.mails USING btree (user_id);
CREATE TRIGGER hold_restored BEFORE INSERT ON public.mails FOR EACH ROW EXECUTE FUNCTION app.hold_restored_mail();
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.mails FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
policy carrier on mails permissive for all to u_carrier using (true) with check ();
policy worker on mails permissive for all to worker using (true) with check ();
grant delete, insert, select, update on mails to worker;
grant select (ambassador_id, attempts, company_id, content, created_at, id, language, last_error, login, message_id, next_attempt_at, operator_id, sent_at, state, subject, template, to_address, updated_at, user_id) on mails to u_carrier;

create table migrations (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now()
);
alter table migrations add PRIMARY KEY (name);
CREATE UNIQUE INDEX migrations_pkey ON public.migrations USING btree (name);

create table notification_digests (
  event_id uuid not null,
  contact_id uuid not null,
  company_id uuid not null,
  universe text not null
);
alter table notification_digests add FOREIGN KEY (contact_id) REFERENCES contacts(id);
alter table notification_digests add FOREIGN KEY (event_id) REFERENCES notification_events(id);
alter table notification_digests add PRIMARY KEY (event_id, contact_id);
CREATE INDEX notification_digests_contact_id_event_id_idx ON public.notification_digests USING btree (contact_id, event_id);
CREATE UNIQUE INDEX notification_digests_pkey ON public.notification_digests USING btree (event_id, contact_id);
policy worker on notification_digests permissive for all to worker using (true) with check ();
grant delete, insert, select, update on notification_digests to worker;

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
  fanned_out_at timestamp with time zone
);
alter table notification_events add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table notification_events add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table notification_events add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table notification_events add FOREIGN KEY (site_id, company_id) REFERENCES sites(id, company_id);
alter table notification_events add PRIMARY KEY (id);
CREATE INDEX notification_events_ambassador_id_idx ON public.notification_events USING btree (ambassador_id);
CREATE INDEX notification_events_company_id_id_idx ON public.notification_events USING btree (company_id, id);
CREATE INDEX notification_events_created_at_idx ON public.notification_events USING btree (created_at);
CREATE INDEX notification_events_operator_id_idx ON public.notification_events USING btree (operator_id);
CREATE UNIQUE INDEX notification_events_pkey ON public.notification_events USING btree (id);
CREATE INDEX notification_events_site_id_idx ON public.notification_events USING btree (site_id);
CREATE TRIGGER stamp_event BEFORE INSERT ON public.notification_events FOR EACH ROW EXECUTE FUNCTION app.stamp_event();
policy ambassador on notification_events permissive for insert to u_ambassador using () with check ((ambassador_id = ( SELECT app.company_id() AS company_id)));
policy carrier on notification_events permissive for insert to u_carrier using () with check (true);
policy client on notification_events permissive for insert to u_client, u_end_client using () with check ((company_id = ( SELECT app.company_id() AS company_id)));
policy operator on notification_events permissive for insert to u_operator using () with check ((operator_id = ( SELECT app.company_id() AS company_id)));
policy told on notification_events permissive for select to u_ambassador, u_carrier, u_client, u_end_client, u_operator using ((EXISTS ( SELECT
   FROM notifications n
  WHERE ((n.event_id = notification_events.id) AND (n.user_id = ( SELECT app.user_id() AS user_id)))))) with check ();
policy worker on notification_events permissive for all to worker using (true) with check ();
grant insert, select on notification_events to u_ambassador;
grant insert, select on notification_events to u_carrier;
grant insert, select on notification_events to u_client;
grant insert, select on notification_events to u_end_client;
grant insert, select on notification_events to u_operator;
grant delete, insert, select, update on notification_events to worker;

create table notification_mails (
  event_id uuid not null,
  address text not null,
  company_id uuid not null,
  mail_id uuid not null
);
alter table notification_mails add FOREIGN KEY (event_id) REFERENCES notification_events(id);
alter table notification_mails add PRIMARY KEY (event_id, address);
CREATE UNIQUE INDEX notification_mails_pkey ON public.notification_mails USING btree (event_id, address);
policy worker on notification_mails permissive for all to worker using (true) with check ();
grant delete, insert, select, update on notification_mails to worker;

create table notification_preferences (
  contact_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  digest text not null default 'none'::text,
  administrator_since timestamp with time zone,
  version integer not null default 1
);
alter table notification_preferences add CHECK ((digest = ANY (ARRAY['none'::text, 'hourly'::text, 'daily'::text])));
alter table notification_preferences add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table notification_preferences add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table notification_preferences add FOREIGN KEY (contact_id, company_id) REFERENCES contacts(id, company_id);
alter table notification_preferences add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table notification_preferences add PRIMARY KEY (contact_id);
CREATE INDEX notification_preferences_ambassador_id_idx ON public.notification_preferences USING btree (ambassador_id);
CREATE INDEX notification_preferences_company_id_idx ON public.notification_preferences USING btree (company_id);
CREATE INDEX notification_preferences_operator_id_idx ON public.notification_preferences USING btree (operator_id);
CREATE UNIQUE INDEX notification_preferences_pkey ON public.notification_preferences USING btree (contact_id);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.notification_preferences FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
policy ambassador on notification_preferences permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy carrier on notification_preferences permissive for all to u_carrier using (true) with check ();
policy client on notification_preferences permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on notification_preferences permissive for all to identity using (true) with check ();
policy operator on notification_preferences permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy worker on notification_preferences permissive for all to worker using (true) with check ();
grant insert, select, update on notification_preferences to identity;
grant insert, select, update on notification_preferences to u_ambassador;
grant insert, select, update on notification_preferences to u_carrier;
grant insert, select, update on notification_preferences to u_client;
grant insert, select, update on notification_preferences to u_end_client;
grant insert, select, update on notification_preferences to u_operator;
grant insert, select, update on notification_preferences to worker;

create table notification_unsubscriptions (
  id uuid not null,
  company_id uuid not null,
  address text not null,
  category text not null,
  is_shared boolean not null,
  contacts jsonb not null,
  universes text[] not null,
  created_at timestamp with time zone not null,
  undone_at timestamp with time zone
);
alter table notification_unsubscriptions add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table notification_unsubscriptions add PRIMARY KEY (id);
CREATE INDEX notification_unsubscriptions_company_id_address_category_idx ON public.notification_unsubscriptions USING btree (company_id, address, category);
CREATE UNIQUE INDEX notification_unsubscriptions_pkey ON public.notification_unsubscriptions USING btree (id);
policy technique on notification_unsubscriptions permissive for all to identity, worker using (true) with check ();
grant insert, select, update on notification_unsubscriptions to identity;
grant insert, select, update on notification_unsubscriptions to worker;

create table notifications (
  id uuid not null,
  event_id uuid not null,
  user_id uuid not null,
  company_id uuid not null,
  site_id uuid,
  universe text not null,
  category text not null,
  read_at timestamp with time zone
);
alter table notifications add FOREIGN KEY (event_id) REFERENCES notification_events(id);
alter table notifications add FOREIGN KEY (user_id) REFERENCES users(id);
alter table notifications add PRIMARY KEY (id);
alter table notifications add UNIQUE (event_id, user_id);
CREATE UNIQUE INDEX notifications_event_id_user_id_key ON public.notifications USING btree (event_id, user_id);
CREATE UNIQUE INDEX notifications_pkey ON public.notifications USING btree (id);
CREATE INDEX notifications_user_id_id_idx ON public.notifications USING btree (user_id, id DESC);
CREATE INDEX notifications_user_id_id_idx1 ON public.notifications USING btree (user_id, id DESC) WHERE (read_at IS NULL);
policy own on notifications permissive for all to u_ambassador, u_carrier, u_client, u_end_client, u_operator using ((user_id = ( SELECT app.user_id() AS user_id))) with check ();
policy worker on notifications permissive for all to worker using (true) with check ();
grant select on notifications to u_ambassador;
grant select on notifications to u_carrier;
grant select on notifications to u_client;
grant select on notifications to u_end_client;
grant select on notifications to u_operator;
grant delete, insert, select, update on notifications to worker;
grant update (read_at) on notifications to u_ambassador;
grant update (read_at) on notifications to u_carrier;
grant update (read_at) on notifications to u_client;
grant update (read_at) on notifications to u_end_client;
grant update (read_at) on notifications to u_operator;

create table offer_delivery_times (
  offer_id uuid not null,
  delivered_orders integer not null,
  p80_days integer not null,
  computed_at timestamp with time zone not null
);
alter table offer_delivery_times add FOREIGN KEY (offer_id) REFERENCES offers(id);
alter table offer_delivery_times add PRIMARY KEY (offer_id);
CREATE UNIQUE INDEX offer_delivery_times_pkey ON public.offer_delivery_times USING btree (offer_id);
policy readers on offer_delivery_times permissive for select to u_ambassador, u_client, u_end_client, u_operator using (true) with check ();
policy staff on offer_delivery_times permissive for all to identity, u_carrier, worker using (true) with check ();
grant select on offer_delivery_times to u_ambassador;
grant delete, insert, select, update on offer_delivery_times to u_carrier;
grant select on offer_delivery_times to u_client;
grant select on offer_delivery_times to u_end_client;
grant select on offer_delivery_times to u_operator;
grant delete, insert, select, update on offer_delivery_times to worker;

create table offer_families (
  code text not null,
  name text not null,
  name_en text not null,
  position integer not null,
  icon text not null default 'package'::text
);
alter table offer_families add CHECK ((code ~ '^[a-z0-9]+(_[a-z0-9]+)*$'::text));
alter table offer_families add CHECK ((icon ~ '^[a-z_]+$'::text));
alter table offer_families add CHECK ((name <> ''::text));
alter table offer_families add CHECK ((name_en <> ''::text));
alter table offer_families add PRIMARY KEY (code);
CREATE UNIQUE INDEX offer_families_pkey ON public.offer_families USING btree (code);
policy readers on offer_families permissive for select to u_ambassador, u_client, u_end_client, u_operator using (true) with check ();
policy staff on offer_families permissive for all to identity, u_carrier, worker using (true) with check ();
grant select on offer_families to u_ambassador;
grant delete, insert, select, update on offer_families to u_carrier;
grant select on offer_families to u_client;
grant select on offer_families to u_end_client;
grant select on offer_families to u_operator;
grant delete, insert, select, update on offer_families to worker;

create table offer_prices (
  version_id uuid not null,
  price_list text not null,
  item text not null,
  one_off_cents bigint not null default 0,
  monthly_cents bigint not null default 0,
  steps jsonb not null default '[]'::jsonb
);
alter table offer_prices add CHECK ((monthly_cents >= 0));
alter table offer_prices add CHECK ((one_off_cents >= 0));
alter table offer_prices add CHECK ((price_list = ANY (ARRAY['public'::text, 'wholesale'::text])));
alter table offer_prices add FOREIGN KEY (version_id) REFERENCES offer_versions(id) ON DELETE CASCADE;
alter table offer_prices add PRIMARY KEY (version_id, price_list, item);
CREATE UNIQUE INDEX offer_prices_pkey ON public.offer_prices USING btree (version_id, price_list, item);
CREATE TRIGGER keep_ordered_prices BEFORE INSERT OR DELETE OR UPDATE ON public.offer_prices FOR EACH ROW EXECUTE FUNCTION app.keep_ordered_prices();
policy public_prices on offer_prices permissive for select to u_ambassador, u_client, u_operator using ((price_list = 'public'::text)) with check ();
policy staff on offer_prices permissive for all to identity, u_carrier, worker using (true) with check ();
policy wholesale_prices on offer_prices permissive for select to u_operator using ((price_list = 'wholesale'::text)) with check ();
grant select on offer_prices to u_ambassador;
grant delete, insert, select, update on offer_prices to u_carrier;
grant select on offer_prices to u_client;
grant select on offer_prices to u_operator;
grant delete, insert, select, update on offer_prices to worker;

create table offer_sheets (
  id uuid not null,
  version_id uuid not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  storage_key text not null,
  created_at timestamp with time zone not null default app.now()
);
alter table offer_sheets add FOREIGN KEY (version_id) REFERENCES offer_versions(id) ON DELETE CASCADE;
alter table offer_sheets add PRIMARY KEY (id);
CREATE UNIQUE INDEX offer_sheets_pkey ON public.offer_sheets USING btree (id);
CREATE INDEX offer_sheets_storage_key_idx ON public.offer_sheets USING btree (storage_key);
CREATE INDEX offer_sheets_version_id_idx ON public.offer_sheets USING btree (version_id);
policy readers on offer_sheets permissive for select to u_ambassador, u_client, u_end_client, u_operator using (true) with check ();
policy staff on offer_sheets permissive for all to identity, u_carrier, worker using (true) with check ();
grant select on offer_sheets to u_ambassador;
grant delete, insert, select, update on offer_sheets to u_carrier;
grant select on offer_sheets to u_client;
grant select on offer_sheets to u_end_client;
grant select on offer_sheets to u_operator;
grant delete, insert, select, update on offer_sheets to worker;

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
  revision integer not null default 1
);
alter table offer_versions add CHECK (((valid_until IS NULL) OR (valid_until >= valid_from)));
alter table offer_versions add CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text])));
alter table offer_versions add FOREIGN KEY (offer_id) REFERENCES offers(id);
alter table offer_versions add PRIMARY KEY (id);
alter table offer_versions add UNIQUE (offer_id, number);
alter table offer_versions add EXCLUDE USING gist (offer_id WITH =, daterange(valid_from, valid_until, '[]'::text) WITH &&) WHERE ((state = 'published'::text));
CREATE UNIQUE INDEX offer_versions_offer_id_number_key ON public.offer_versions USING btree (offer_id, number);
CREATE INDEX offer_versions_offer_id_valid_from_idx ON public.offer_versions USING btree (offer_id, valid_from);
CREATE UNIQUE INDEX offer_versions_pkey ON public.offer_versions USING btree (id);
CREATE INDEX published_versions_apart ON public.offer_versions USING gist (offer_id, daterange(valid_from, valid_until, '[]'::text)) WHERE (state = 'published'::text);
CREATE TRIGGER keep_ordered_version BEFORE UPDATE ON public.offer_versions FOR EACH ROW EXECUTE FUNCTION app.keep_ordered_version();
policy readers on offer_versions permissive for select to u_ambassador, u_client, u_end_client, u_operator using ((state = 'published'::text)) with check ();
policy staff on offer_versions permissive for all to identity, u_carrier, worker using (true) with check ();
grant select on offer_versions to u_ambassador;
grant delete, insert, select, update on offer_versions to u_carrier;
grant select on offer_versions to u_client;
grant select on offer_versions to u_end_client;
grant select on offer_versions to u_operator;
grant delete, insert, select, update on offer_versions to worker;

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
  version integer not null default 1
);
alter table offers add CHECK (((kind = 'addition'::text) = (cardinality(adds_to) > 0)));
alter table offers add CHECK ((code ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$'::text));
alter table offers add CHECK ((kind = ANY (ARRAY['contract'::text, 'addition'::text])));
alter table offers add CHECK ((name <> ''::text));
alter table offers add CHECK ((name_en <> ''::text));
alter table offers add CHECK ((state = ANY (ARRAY['draft'::text, 'on_sale'::text, 'withdrawn'::text])));
alter table offers add CHECK ((universes <@ ARRAY['client'::text, 'ambassador'::text, 'operator'::text]));
alter table offers add FOREIGN KEY (family) REFERENCES offer_families(code);
alter table offers add PRIMARY KEY (id);
alter table offers add UNIQUE (code);
CREATE UNIQUE INDEX offers_code_key ON public.offers USING btree (code);
CREATE INDEX offers_family_position_idx ON public.offers USING btree (family, "position");
CREATE UNIQUE INDEX offers_pkey ON public.offers USING btree (id);
policy readers on offers permissive for select to u_ambassador, u_client, u_end_client, u_operator using ((state <> 'draft'::text)) with check ();
policy staff on offers permissive for all to identity, u_carrier, worker using (true) with check ();
grant select on offers to u_ambassador;
grant delete, insert, select, update on offers to u_carrier;
grant select on offers to u_client;
grant select on offers to u_end_client;
grant select on offers to u_operator;
grant delete, insert, select, update on offers to worker;

create table order_amendment_amounts (
  amendment_id uuid not null,
  order_id uuid not null,
  payer_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  one_off_before_cents bigint not null,
  monthly_before_cents bigint not null,
  one_off_after_cents bigint not null,
  monthly_after_cents bigint not null
);
alter table order_amendment_amounts add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table order_amendment_amounts add FOREIGN KEY (amendment_id) REFERENCES order_amendments(id);
alter table order_amendment_amounts add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table order_amendment_amounts add FOREIGN KEY (order_id) REFERENCES orders(id);
alter table order_amendment_amounts add FOREIGN KEY (payer_id) REFERENCES companies(id);
alter table order_amendment_amounts add PRIMARY KEY (amendment_id);
CREATE INDEX order_amendment_amounts_ambassador_id_idx ON public.order_amendment_amounts USING btree (ambassador_id);
CREATE INDEX order_amendment_amounts_company_id_idx ON public.order_amendment_amounts USING btree (company_id);
CREATE INDEX order_amendment_amounts_order_id_idx ON public.order_amendment_amounts USING btree (order_id);
CREATE INDEX order_amendment_amounts_payer_id_idx ON public.order_amendment_amounts USING btree (payer_id);
CREATE UNIQUE INDEX order_amendment_amounts_pkey ON public.order_amendment_amounts USING btree (amendment_id);
CREATE TRIGGER stamp_payer BEFORE INSERT ON public.order_amendment_amounts FOR EACH ROW EXECUTE FUNCTION app.stamp_payer_of_amendment();
policy ambassador on order_amendment_amounts permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy own on order_amendment_amounts restrictive for all to u_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy payer on order_amendment_amounts permissive for all to u_client, u_operator using ((payer_id = ( SELECT app.company_id() AS company_id))) with check ();
policy staff on order_amendment_amounts permissive for all to u_carrier, worker using (true) with check ();
grant select on order_amendment_amounts to u_ambassador;
grant insert, select, update on order_amendment_amounts to u_carrier;
grant select on order_amendment_amounts to u_client;
grant select on order_amendment_amounts to u_operator;
grant insert, select, update on order_amendment_amounts to worker;

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
  changes jsonb not null
);
alter table order_amendments add CHECK ((reason <> ''::text));
alter table order_amendments add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table order_amendments add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table order_amendments add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table order_amendments add FOREIGN KEY (order_id) REFERENCES orders(id);
alter table order_amendments add PRIMARY KEY (id);
CREATE INDEX order_amendments_ambassador_id_idx ON public.order_amendments USING btree (ambassador_id);
CREATE INDEX order_amendments_company_id_idx ON public.order_amendments USING btree (company_id);
CREATE INDEX order_amendments_operator_id_idx ON public.order_amendments USING btree (operator_id);
CREATE INDEX order_amendments_order_id_at_idx ON public.order_amendments USING btree (order_id, at);
CREATE UNIQUE INDEX order_amendments_pkey ON public.order_amendments USING btree (id);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.order_amendments FOR EACH ROW EXECUTE FUNCTION app.stamp_from_order();
policy ambassador on order_amendments permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy carrier on order_amendments permissive for all to u_carrier using (true) with check ();
policy client on order_amendments permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on order_amendments permissive for all to identity using (true) with check ();
policy operator on order_amendments permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy sites on order_amendments restrictive for all to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_ids && ( SELECT app.site_ids() AS site_ids)))) with check ();
policy worker on order_amendments permissive for all to worker using (true) with check ();
grant select on order_amendments to u_ambassador;
grant insert, select on order_amendments to u_carrier;
grant select on order_amendments to u_client;
grant select on order_amendments to u_end_client;
grant select on order_amendments to u_operator;
grant insert, select on order_amendments to worker;

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
  placed_universe text not null,
  terms_version text,
  terms_accepted_at timestamp with time zone,
  terms_accepted_by text,
  terms_accepted_ip text
);
alter table order_batches add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table order_batches add FOREIGN KEY (basket_id, company_id) REFERENCES baskets(id, company_id);
alter table order_batches add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table order_batches add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table order_batches add FOREIGN KEY (payer_id) REFERENCES companies(id);
alter table order_batches add FOREIGN KEY (placed_by_user_id) REFERENCES users(id);
alter table order_batches add FOREIGN KEY (terms_version) REFERENCES sale_terms_versions(version);
alter table order_batches add PRIMARY KEY (id);
alter table order_batches add UNIQUE (basket_id);
CREATE INDEX order_batches_ambassador_id_idx ON public.order_batches USING btree (ambassador_id);
CREATE UNIQUE INDEX order_batches_basket_id_key ON public.order_batches USING btree (basket_id);
CREATE INDEX order_batches_company_id_placed_at_idx ON public.order_batches USING btree (company_id, placed_at DESC);
CREATE INDEX order_batches_operator_id_idx ON public.order_batches USING btree (operator_id);
CREATE INDEX order_batches_payer_id_idx ON public.order_batches USING btree (payer_id);
CREATE UNIQUE INDEX order_batches_pkey ON public.order_batches USING btree (id);
CREATE INDEX order_batches_placed_by_user_id_idx ON public.order_batches USING btree (placed_by_user_id);
CREATE INDEX order_batches_terms_version_idx ON public.order_batches USING btree (terms_version);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.order_batches FOR EACH ROW EXECUTE FUNCTION app.stamp_payer();
policy ambassador on order_batches permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy carrier on order_batches permissive for all to u_carrier using (true) with check ();
policy client on order_batches permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on order_batches permissive for all to identity using (true) with check ();
policy operator on order_batches permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy own_name on order_batches restrictive for insert to u_ambassador, u_client, u_operator using () with check ((placed_by_user_id = ( SELECT app.user_id() AS user_id)));
policy worker on order_batches permissive for all to worker using (true) with check ();
grant insert, select on order_batches to u_ambassador;
grant insert, select, update on order_batches to u_carrier;
grant insert, select on order_batches to u_client;
grant select on order_batches to u_end_client;
grant insert, select on order_batches to u_operator;
grant insert, select, update on order_batches to worker;
grant update (terms_accepted_at, terms_accepted_by, terms_accepted_ip, terms_version) on order_batches to u_client;
grant update (terms_accepted_at, terms_accepted_by, terms_accepted_ip, terms_version) on order_batches to u_operator;

create table order_comments (
  id uuid not null,
  order_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  site_ids uuid[] not null,
  at timestamp with time zone not null,
  author_name text not null,
  author_universe text not null,
  body text not null
);
alter table order_comments add CHECK ((body <> ''::text));
alter table order_comments add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table order_comments add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table order_comments add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table order_comments add FOREIGN KEY (order_id) REFERENCES orders(id);
alter table order_comments add PRIMARY KEY (id);
CREATE INDEX order_comments_ambassador_id_idx ON public.order_comments USING btree (ambassador_id);
CREATE INDEX order_comments_company_id_idx ON public.order_comments USING btree (company_id);
CREATE INDEX order_comments_operator_id_idx ON public.order_comments USING btree (operator_id);
CREATE INDEX order_comments_order_id_at_idx ON public.order_comments USING btree (order_id, at);
CREATE UNIQUE INDEX order_comments_pkey ON public.order_comments USING btree (id);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.order_comments FOR EACH ROW EXECUTE FUNCTION app.stamp_from_order();
policy ambassador on order_comments permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy carrier on order_comments permissive for all to u_carrier using (true) with check ();
policy client on order_comments permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on order_comments permissive for all to identity using (true) with check ();
policy operator on order_comments permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy own_side on order_comments restrictive for insert to u_ambassador, u_client, u_end_client, u_operator using () with check ((author_universe =
CASE CURRENT_USER
    WHEN 'u_operator'::name THEN 'operator'::text
    WHEN 'u_ambassador'::name THEN 'ambassador'::text
    ELSE 'client'::text
END));
policy sites on order_comments restrictive for all to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_ids && ( SELECT app.site_ids() AS site_ids)))) with check ();
policy worker on order_comments permissive for all to worker using (true) with check ();
grant insert, select on order_comments to u_ambassador;
grant insert, select, update on order_comments to u_carrier;
grant insert, select on order_comments to u_client;
grant insert, select on order_comments to u_end_client;
grant insert, select on order_comments to u_operator;
grant insert, select, update on order_comments to worker;

create table order_item_amounts (
  order_item_id uuid not null,
  order_id uuid not null,
  payer_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  one_off_cents bigint not null,
  monthly_cents bigint not null
);
alter table order_item_amounts add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table order_item_amounts add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table order_item_amounts add FOREIGN KEY (order_id) REFERENCES orders(id);
alter table order_item_amounts add FOREIGN KEY (order_item_id) REFERENCES order_items(id);
alter table order_item_amounts add FOREIGN KEY (payer_id) REFERENCES companies(id);
alter table order_item_amounts add PRIMARY KEY (order_item_id);
CREATE INDEX order_item_amounts_ambassador_id_idx ON public.order_item_amounts USING btree (ambassador_id);
CREATE INDEX order_item_amounts_company_id_idx ON public.order_item_amounts USING btree (company_id);
CREATE INDEX order_item_amounts_order_id_idx ON public.order_item_amounts USING btree (order_id);
CREATE INDEX order_item_amounts_payer_id_idx ON public.order_item_amounts USING btree (payer_id);
CREATE UNIQUE INDEX order_item_amounts_pkey ON public.order_item_amounts USING btree (order_item_id);
CREATE TRIGGER stamp_payer BEFORE INSERT ON public.order_item_amounts FOR EACH ROW EXECUTE FUNCTION app.stamp_payer_of_item();
policy ambassador on order_item_amounts permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy own on order_item_amounts restrictive for all to u_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy payer on order_item_amounts permissive for all to u_client, u_operator using ((payer_id = ( SELECT app.company_id() AS company_id))) with check ();
policy staff on order_item_amounts permissive for all to u_carrier, worker using (true) with check ();
grant insert, select on order_item_amounts to u_ambassador;
grant delete, insert, select, update on order_item_amounts to u_carrier;
grant insert, select on order_item_amounts to u_client;
grant insert, select on order_item_amounts to u_operator;
grant delete, insert, select, update on order_item_amounts to worker;

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
  quantity_after integer
);
alter table order_items add CHECK ((action = ANY (ARRAY['add'::text, 'modify'::text, 'delete'::text])));
alter table order_items add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table order_items add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table order_items add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table order_items add FOREIGN KEY (order_id) REFERENCES orders(id);
alter table order_items add PRIMARY KEY (id);
CREATE INDEX order_items_ambassador_id_idx ON public.order_items USING btree (ambassador_id);
CREATE INDEX order_items_company_id_idx ON public.order_items USING btree (company_id);
CREATE INDEX order_items_operator_id_idx ON public.order_items USING btree (operator_id);
CREATE INDEX order_items_order_id_position_idx ON public.order_items USING btree (order_id, "position");
CREATE UNIQUE INDEX order_items_pkey ON public.order_items USING btree (id);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.order_items FOR EACH ROW EXECUTE FUNCTION app.stamp_from_order();
policy ambassador on order_items permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy carrier on order_items permissive for all to u_carrier using (true) with check ();
policy client on order_items permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on order_items permissive for all to identity using (true) with check ();
policy operator on order_items permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy sites on order_items restrictive for all to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_ids && ( SELECT app.site_ids() AS site_ids)))) with check ();
policy with_order on order_items restrictive for insert to u_ambassador, u_client, u_operator using () with check ((EXISTS ( SELECT
   FROM orders o
  WHERE ((o.id = order_items.order_id) AND ((o.placed_at = ( SELECT app.now() AS now)) OR ((o.kind = 'termination'::text) AND (o.submitted_at = ( SELECT app.now() AS now))))))));
policy worker on order_items permissive for all to worker using (true) with check ();
grant insert, select on order_items to u_ambassador;
grant delete, insert, select, update on order_items to u_carrier;
grant insert, select on order_items to u_client;
grant select on order_items to u_end_client;
grant insert, select on order_items to u_operator;
grant delete, insert, select, update on order_items to worker;

create table order_notes (
  id uuid not null,
  order_id uuid not null,
  company_id uuid not null,
  at timestamp with time zone not null,
  author_name text not null,
  body text not null
);
alter table order_notes add CHECK ((body <> ''::text));
alter table order_notes add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table order_notes add FOREIGN KEY (order_id) REFERENCES orders(id);
alter table order_notes add PRIMARY KEY (id);
CREATE INDEX order_notes_company_id_idx ON public.order_notes USING btree (company_id);
CREATE INDEX order_notes_order_id_at_idx ON public.order_notes USING btree (order_id, at);
CREATE UNIQUE INDEX order_notes_pkey ON public.order_notes USING btree (id);
policy staff on order_notes permissive for all to u_carrier, worker using (true) with check ();
grant insert, select on order_notes to u_carrier;
grant insert, select on order_notes to worker;

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
  actor text not null,
  state text not null default 'to_do'::text,
  planned_on date,
  done_on date,
  done_by_name text,
  blocked_by text,
  blocked_cause text,
  blocked_at timestamp with time zone,
  version integer not null default 1
);
alter table order_steps add CHECK ((actor = ANY (ARRAY['carrier'::text, 'client'::text, 'partner'::text, 'infrastructure'::text])));
alter table order_steps add CHECK ((blocked_by = ANY (ARRAY['carrier'::text, 'client'::text, 'partner'::text, 'infrastructure'::text])));
alter table order_steps add CHECK (((state = 'blocked'::text) = ((blocked_cause IS NOT NULL) AND (blocked_by IS NOT NULL))));
alter table order_steps add CHECK ((label <> ''::text));
alter table order_steps add CHECK ((label_en <> ''::text));
alter table order_steps add CHECK ((state = ANY (ARRAY['to_do'::text, 'in_progress'::text, 'blocked'::text, 'done'::text, 'skipped'::text])));
alter table order_steps add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table order_steps add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table order_steps add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table order_steps add FOREIGN KEY (order_id) REFERENCES orders(id);
alter table order_steps add PRIMARY KEY (id);
CREATE INDEX order_steps_ambassador_id_idx ON public.order_steps USING btree (ambassador_id);
CREATE INDEX order_steps_company_id_idx ON public.order_steps USING btree (company_id);
CREATE INDEX order_steps_operator_id_idx ON public.order_steps USING btree (operator_id);
CREATE INDEX order_steps_order_id_position_idx ON public.order_steps USING btree (order_id, "position");
CREATE UNIQUE INDEX order_steps_pkey ON public.order_steps USING btree (id);
CREATE TRIGGER release_step BEFORE DELETE ON public.order_steps FOR EACH ROW EXECUTE FUNCTION app.release_step();
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.order_steps FOR EACH ROW EXECUTE FUNCTION app.stamp_from_order();
CREATE TRIGGER steps_deleted AFTER DELETE ON public.order_steps REFERENCING OLD TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.steps_written();
CREATE TRIGGER steps_inserted AFTER INSERT ON public.order_steps REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.steps_written();
CREATE TRIGGER steps_updated AFTER UPDATE ON public.order_steps REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.steps_written();
policy ambassador on order_steps permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy carrier on order_steps permissive for all to u_carrier using (true) with check ();
policy client on order_steps permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on order_steps permissive for all to identity using (true) with check ();
policy operator on order_steps permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy sites on order_steps restrictive for all to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_ids && ( SELECT app.site_ids() AS site_ids)))) with check ();
policy with_order on order_steps restrictive for insert to u_ambassador, u_client, u_operator using () with check (((state = 'to_do'::text) AND (EXISTS ( SELECT
   FROM orders o
  WHERE ((o.id = order_steps.order_id) AND (o.submitted_at = ( SELECT app.now() AS now)))))));
policy worker on order_steps permissive for all to worker using (true) with check ();
grant insert, select on order_steps to u_ambassador;
grant delete, insert, select, update on order_steps to u_carrier;
grant insert, select on order_steps to u_client;
grant select on order_steps to u_end_client;
grant insert, select on order_steps to u_operator;
grant delete, insert, select, update on order_steps to worker;

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
  kind text not null,
  state text not null,
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
  placed_universe text not null,
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
  long_commitment_waiver boolean not null default false
);
alter table orders add CHECK (((commitment_months >= 0) AND (commitment_months <= 120)));
alter table orders add CHECK ((kind = ANY (ARRAY['creation'::text, 'addition'::text, 'modification'::text, 'termination'::text])));
alter table orders add CHECK ((cardinality(site_ids) > 0));
alter table orders add CHECK ((state = ANY (ARRAY['awaiting_client'::text, 'submitted'::text, 'in_delivery'::text, 'delivered'::text, 'cancelled_by_client'::text, 'cancelled'::text, 'impossible'::text])));
alter table orders add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table orders add FOREIGN KEY (batch_id) REFERENCES order_batches(id);
alter table orders add FOREIGN KEY (blocked_step_id) REFERENCES order_steps(id);
alter table orders add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table orders add FOREIGN KEY (next_step_id) REFERENCES order_steps(id);
alter table orders add FOREIGN KEY (offer_id) REFERENCES offers(id);
alter table orders add FOREIGN KEY (offer_version_id) REFERENCES offer_versions(id);
alter table orders add FOREIGN KEY (onsite_contact_id, company_id) REFERENCES contacts(id, company_id);
alter table orders add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table orders add FOREIGN KEY (payer_id) REFERENCES companies(id);
alter table orders add FOREIGN KEY (pilot_user_id) REFERENCES users(id);
alter table orders add FOREIGN KEY (placed_by_user_id) REFERENCES users(id);
alter table orders add FOREIGN KEY (site_id) REFERENCES sites(id);
alter table orders add FOREIGN KEY (subscription_id) REFERENCES subscriptions(id);
alter table orders add PRIMARY KEY (id);
alter table orders add UNIQUE (number);
alter table orders add UNIQUE (reference);
CREATE INDEX orders_ambassador_id_number_idx ON public.orders USING btree (ambassador_id, number DESC) WHERE (ambassador_id IS NOT NULL);
CREATE INDEX orders_batch_id_idx ON public.orders USING btree (batch_id);
CREATE INDEX orders_blocked_step_id_idx ON public.orders USING btree (blocked_step_id);
CREATE INDEX orders_company_id_number_idx ON public.orders USING btree (company_id, number DESC);
CREATE INDEX orders_delivered ON public.orders USING btree (offer_id, delivered_on DESC) WHERE (state = 'delivered'::text);
CREATE INDEX orders_next_step_id_idx ON public.orders USING btree (next_step_id);
CREATE INDEX orders_number_idx ON public.orders USING btree (number) WHERE (state = ANY (ARRAY['awaiting_client'::text, 'submitted'::text, 'in_delivery'::text]));
CREATE UNIQUE INDEX orders_number_key ON public.orders USING btree (number);
CREATE INDEX orders_offer_id_state_idx ON public.orders USING btree (offer_id, state);
CREATE INDEX orders_offer_version_id_idx ON public.orders USING btree (offer_version_id);
CREATE INDEX orders_onsite_contact_id_idx ON public.orders USING btree (onsite_contact_id);
CREATE INDEX orders_operator_id_number_idx ON public.orders USING btree (operator_id, number DESC) WHERE (operator_id IS NOT NULL);
CREATE INDEX orders_payer_id_idx ON public.orders USING btree (payer_id);
CREATE INDEX orders_pilot_user_id_number_idx ON public.orders USING btree (pilot_user_id, number) WHERE (state = ANY (ARRAY['submitted'::text, 'in_delivery'::text]));
CREATE UNIQUE INDEX orders_pkey ON public.orders USING btree (id);
CREATE INDEX orders_placed_by_user_id_idx ON public.orders USING btree (placed_by_user_id);
CREATE INDEX orders_queue_placed ON public.orders USING btree (placed_at, id) WHERE (state = ANY (ARRAY['awaiting_client'::text, 'submitted'::text, 'in_delivery'::text]));
CREATE UNIQUE INDEX orders_reference_key ON public.orders USING btree (reference);
CREATE INDEX orders_site_id_idx ON public.orders USING btree (site_id);
CREATE UNIQUE INDEX orders_subscription_id_idx ON public.orders USING btree (subscription_id) WHERE (state = ANY (ARRAY['awaiting_client'::text, 'submitted'::text, 'in_delivery'::text]));
CREATE INDEX orders_subscription_id_number_idx ON public.orders USING btree (subscription_id, number DESC);
CREATE TRIGGER amendments_follow_partner AFTER UPDATE OF ambassador_id, operator_id, payer_id ON public.orders FOR EACH ROW WHEN ((((old.ambassador_id IS DISTINCT FROM new.ambassador_id) OR (old.operator_id IS DISTINCT FROM new.operator_id)) OR (old.payer_id IS DISTINCT FROM new.payer_id))) EXECUTE FUNCTION app.amendments_follow_partner();
CREATE TRIGGER keep_consent BEFORE UPDATE OF long_commitment_waiver ON public.orders FOR EACH ROW WHEN ((old.long_commitment_waiver IS DISTINCT FROM new.long_commitment_waiver)) EXECUTE FUNCTION app.keep_consent();
CREATE TRIGGER keep_to_own_moves BEFORE UPDATE OF state ON public.orders FOR EACH ROW WHEN ((old.state IS DISTINCT FROM new.state)) EXECUTE FUNCTION app.keep_to_own_moves();
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.orders FOR EACH ROW EXECUTE FUNCTION app.stamp_order();
CREATE TRIGGER with_own_sites BEFORE INSERT OR UPDATE OF site_ids ON public.orders FOR EACH ROW EXECUTE FUNCTION app.check_sites();
policy ambassador on orders permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy begun on orders restrictive for insert to u_ambassador, u_client, u_operator using () with check (((state = ANY (ARRAY['awaiting_client'::text, 'submitted'::text])) AND (placed_by_user_id = ( SELECT app.user_id() AS user_id)) AND (pilot_user_id IS NULL) AND (pilot_name IS NULL) AND (delivered_on IS NULL) AND (closed_at IS NULL) AND ((kind = 'termination'::text) OR (planned_on IS NULL))));
policy carrier on orders permissive for all to u_carrier using (true) with check ();
policy client on orders permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy consents_with_order on orders restrictive for insert to u_ambassador, u_client, u_operator using () with check (((NOT long_commitment_waiver) OR (state = 'submitted'::text)));
policy identity on orders permissive for all to identity using (true) with check ();
policy operator on orders permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy sites on orders restrictive for all to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_ids && ( SELECT app.site_ids() AS site_ids)))) with check ();
policy waits on orders restrictive for insert to u_ambassador using () with check ((state = 'awaiting_client'::text));
policy worker on orders permissive for all to worker using (true) with check ();
grant insert, select on orders to u_ambassador;
grant insert, select, update on orders to u_carrier;
grant insert, select on orders to u_client;
grant select on orders to u_end_client;
grant insert, select on orders to u_operator;
grant insert, select, update on orders to worker;
grant update (closed_at, closing_reason, state, submitted_at, version) on orders to u_ambassador;
grant update (closed_at, closing_reason, long_commitment_waiver, state, submitted_at, version) on orders to u_client;
grant update (closed_at, closing_reason, long_commitment_waiver, state, submitted_at, version) on orders to u_operator;

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
  done_at timestamp with time zone
);
alter table partner_changes add CHECK (((to_ambassador_id IS NULL) OR (to_operator_id IS NULL)));
alter table partner_changes add CHECK ((state = ANY (ARRAY['scheduled'::text, 'done'::text, 'cancelled'::text])));
alter table partner_changes add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table partner_changes add FOREIGN KEY (from_ambassador_id) REFERENCES companies(id);
alter table partner_changes add FOREIGN KEY (from_operator_id) REFERENCES companies(id);
alter table partner_changes add FOREIGN KEY (to_ambassador_id) REFERENCES companies(id);
alter table partner_changes add FOREIGN KEY (to_operator_id) REFERENCES companies(id);
alter table partner_changes add PRIMARY KEY (id);
CREATE INDEX partner_changes_company_id_created_at_idx ON public.partner_changes USING btree (company_id, created_at);
CREATE UNIQUE INDEX partner_changes_company_id_idx ON public.partner_changes USING btree (company_id) WHERE (state = 'scheduled'::text);
CREATE INDEX partner_changes_effective_on_idx ON public.partner_changes USING btree (effective_on) WHERE (state = 'scheduled'::text);
CREATE INDEX partner_changes_from_ambassador_id_idx ON public.partner_changes USING btree (from_ambassador_id);
CREATE INDEX partner_changes_from_operator_id_idx ON public.partner_changes USING btree (from_operator_id);
CREATE UNIQUE INDEX partner_changes_pkey ON public.partner_changes USING btree (id);
CREATE INDEX partner_changes_to_ambassador_id_idx ON public.partner_changes USING btree (to_ambassador_id);
CREATE INDEX partner_changes_to_operator_id_idx ON public.partner_changes USING btree (to_operator_id);
policy carrier on partner_changes permissive for all to u_carrier, worker using (true) with check ();
grant insert, select, update on partner_changes to u_carrier;
grant insert, select, update on partner_changes to worker;

create table password_links (
  token_hash bytea not null,
  user_id uuid not null,
  kind text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
alter table password_links add CHECK ((kind = ANY (ARRAY['initialisation'::text, 'forgotten'::text])));
alter table password_links add FOREIGN KEY (user_id) REFERENCES users(id);
alter table password_links add PRIMARY KEY (token_hash);
CREATE INDEX password_links_expires_at_idx ON public.password_links USING btree (expires_at);
CREATE UNIQUE INDEX password_links_pkey ON public.password_links USING btree (token_hash);
CREATE INDEX password_links_user_id_idx ON public.password_links USING btree (user_id);
policy identity on password_links permissive for all to identity, worker using (true) with check ();
grant delete, insert, select, update on password_links to identity;
grant delete, insert, select, update on password_links to worker;

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
  mandate_made_at timestamp with time zone
);
alter table payment_details add CHECK ((mandate_scheme = ANY (ARRAY['core'::text, 'b2b'::text])));
alter table payment_details add CHECK ((mandate_state = ANY (ARRAY['to_sign'::text, 'signed'::text, 'revoked'::text])));
alter table payment_details add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table payment_details add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table payment_details add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table payment_details add FOREIGN KEY (site_id, company_id) REFERENCES sites(id, company_id);
alter table payment_details add PRIMARY KEY (id);
alter table payment_details add UNIQUE (mandate_reference);
CREATE INDEX payment_details_ambassador_id_idx ON public.payment_details USING btree (ambassador_id);
CREATE INDEX payment_details_company_id_idx ON public.payment_details USING btree (company_id);
CREATE UNIQUE INDEX payment_details_company_id_site_id_idx ON public.payment_details USING btree (company_id, site_id) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX payment_details_mandate_reference_key ON public.payment_details USING btree (mandate_reference);
CREATE INDEX payment_details_operator_id_idx ON public.payment_details USING btree (operator_id);
CREATE UNIQUE INDEX payment_details_pkey ON public.payment_details USING btree (id);
CREATE INDEX payment_details_site_id_idx ON public.payment_details USING btree (site_id);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.payment_details FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
policy ambassador on payment_details permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy carrier on payment_details permissive for all to u_carrier using (true) with check ();
policy client on payment_details permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on payment_details permissive for all to identity using (true) with check ();
policy operator on payment_details permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy sites on payment_details restrictive for all to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_id = ANY (( SELECT app.site_ids() AS site_ids)::uuid[])))) with check ();
policy worker on payment_details permissive for all to worker using (true) with check ();
grant insert, select, update on payment_details to u_carrier;
grant insert, select, update on payment_details to u_client;
grant insert, select, update on payment_details to u_end_client;
grant insert, select, update on payment_details to worker;
grant select (ambassador_id, bic, billing_city, billing_complement, billing_country, billing_email, billing_name, billing_postcode, billing_street, company_id, created_at, holder_name, iban_masked, id, mandate_made_at, mandate_reference, mandate_scheme, mandate_signed_on, mandate_state, operator_id, site_id, version) on payment_details to u_ambassador;
grant select (ambassador_id, bic, billing_city, billing_complement, billing_country, billing_email, billing_name, billing_postcode, billing_street, company_id, created_at, holder_name, iban_masked, id, mandate_made_at, mandate_reference, mandate_scheme, mandate_signed_on, mandate_state, operator_id, site_id, version) on payment_details to u_operator;

create table periodic_jobs (
  name text not null,
  due_at timestamp with time zone not null
);
alter table periodic_jobs add PRIMARY KEY (name);
CREATE UNIQUE INDEX periodic_jobs_pkey ON public.periodic_jobs USING btree (name);
policy worker on periodic_jobs permissive for all to worker using (true) with check ();
grant insert, select, update on periodic_jobs to worker;

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
  version integer not null default 1
);
alter table purchase_requests add CHECK ((state = ANY (ARRAY['open'::text, 'taken'::text, 'declined'::text])));
alter table purchase_requests add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table purchase_requests add FOREIGN KEY (basket_id, company_id) REFERENCES baskets(id, company_id);
alter table purchase_requests add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table purchase_requests add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table purchase_requests add PRIMARY KEY (id);
alter table purchase_requests add UNIQUE (basket_id);
CREATE INDEX purchase_requests_ambassador_id_idx ON public.purchase_requests USING btree (ambassador_id);
CREATE UNIQUE INDEX purchase_requests_basket_id_key ON public.purchase_requests USING btree (basket_id);
CREATE INDEX purchase_requests_company_id_idx ON public.purchase_requests USING btree (company_id);
CREATE INDEX purchase_requests_operator_id_requested_at_idx ON public.purchase_requests USING btree (operator_id, requested_at DESC);
CREATE UNIQUE INDEX purchase_requests_pkey ON public.purchase_requests USING btree (id);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.purchase_requests FOR EACH ROW EXECUTE FUNCTION app.stamp_commercial();
policy ambassador on purchase_requests permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy carrier on purchase_requests permissive for all to u_carrier using (true) with check ();
policy client on purchase_requests permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on purchase_requests permissive for all to identity using (true) with check ();
policy operator on purchase_requests permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy own_basket on purchase_requests restrictive for insert to u_end_client using () with check ((EXISTS ( SELECT
   FROM baskets b
  WHERE ((b.id = purchase_requests.basket_id) AND (b.user_id = ( SELECT app.user_id() AS user_id))))));
policy worker on purchase_requests permissive for all to worker using (true) with check ();
grant select on purchase_requests to u_ambassador;
grant select on purchase_requests to u_carrier;
grant select on purchase_requests to u_client;
grant select on purchase_requests to u_end_client;
grant select on purchase_requests to u_operator;
grant insert, select, update on purchase_requests to worker;
grant insert (basket_id, company_id, id, message, requested_at, requested_by_name) on purchase_requests to u_end_client;
grant update (answer, answered_at, state, version) on purchase_requests to u_operator;

create table resale_prices (
  id uuid not null,
  operator_id uuid not null,
  offer_id uuid not null,
  company_id uuid,
  one_off_cents bigint not null,
  monthly_cents bigint not null,
  version integer not null default 1
);
alter table resale_prices add CHECK ((monthly_cents >= 0));
alter table resale_prices add CHECK ((one_off_cents >= 0));
alter table resale_prices add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table resale_prices add FOREIGN KEY (offer_id) REFERENCES offers(id);
alter table resale_prices add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table resale_prices add PRIMARY KEY (id);
alter table resale_prices add UNIQUE NULLS NOT DISTINCT (operator_id, offer_id, company_id);
CREATE INDEX resale_prices_company_id_idx ON public.resale_prices USING btree (company_id);
CREATE INDEX resale_prices_offer_id_idx ON public.resale_prices USING btree (offer_id);
CREATE UNIQUE INDEX resale_prices_operator_id_offer_id_company_id_key ON public.resale_prices USING btree (operator_id, offer_id, company_id) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX resale_prices_pkey ON public.resale_prices USING btree (id);
policy end_client on resale_prices permissive for select to u_end_client using (((operator_id = ( SELECT c.operator_id
   FROM companies c
  WHERE (c.id = ( SELECT app.company_id() AS company_id)))) AND ((company_id IS NULL) OR (company_id = ( SELECT app.company_id() AS company_id))))) with check ();
policy own on resale_prices permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy own_clients on resale_prices restrictive for all to u_operator using (true) with check (((company_id IS NULL) OR (EXISTS ( SELECT
   FROM companies c
  WHERE ((c.id = resale_prices.company_id) AND (c.id <> ( SELECT app.company_id() AS company_id)))))));
policy staff on resale_prices permissive for all to identity, u_carrier, worker using (true) with check ();
grant delete, insert, select, update on resale_prices to u_carrier;
grant select on resale_prices to u_end_client;
grant delete, insert, select, update on resale_prices to u_operator;
grant delete, insert, select, update on resale_prices to worker;

create table right_sites (
  right_id uuid not null,
  site_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid
);
alter table right_sites add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table right_sites add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table right_sites add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table right_sites add FOREIGN KEY (right_id, company_id) REFERENCES rights(id, company_id) ON DELETE CASCADE;
alter table right_sites add FOREIGN KEY (site_id, company_id) REFERENCES sites(id, company_id);
alter table right_sites add PRIMARY KEY (right_id, site_id);
CREATE INDEX right_sites_ambassador_id_idx ON public.right_sites USING btree (ambassador_id);
CREATE INDEX right_sites_company_id_idx ON public.right_sites USING btree (company_id);
CREATE INDEX right_sites_operator_id_idx ON public.right_sites USING btree (operator_id);
CREATE UNIQUE INDEX right_sites_pkey ON public.right_sites USING btree (right_id, site_id);
CREATE INDEX right_sites_site_id_idx ON public.right_sites USING btree (site_id);
CREATE TRIGGER refresh_effective_rights AFTER INSERT OR DELETE ON public.right_sites FOR EACH ROW EXECUTE FUNCTION app.refresh_after_right_site();
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.right_sites FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
policy ambassador on right_sites permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy carrier on right_sites permissive for all to u_carrier using (true) with check ();
policy client on right_sites permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on right_sites permissive for all to identity using (true) with check ();
policy operator on right_sites permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy worker on right_sites permissive for all to worker using (true) with check ();
grant select on right_sites to identity;
grant delete, insert, select on right_sites to u_ambassador;
grant delete, insert, select on right_sites to u_carrier;
grant delete, insert, select on right_sites to u_client;
grant delete, insert, select on right_sites to u_end_client;
grant delete, insert, select on right_sites to u_operator;
grant delete, insert, select on right_sites to worker;
grant update (ambassador_id, operator_id) on right_sites to worker;

create table rights (
  id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  kind text not null,
  universe text,
  name text not null,
  templates text[] not null default '{}'::text[],
  all_sites boolean not null default true,
  created_at timestamp with time zone not null default app.now(),
  version integer not null default 1
);
alter table rights add CHECK (((kind = 'administrator'::text) = (universe IS NULL)));
alter table rights add CHECK ((kind = ANY (ARRAY['administrator'::text, 'universe'::text, 'custom'::text])));
alter table rights add CHECK ((name <> ''::text));
alter table rights add CHECK ((universe = ANY (ARRAY['client'::text, 'ambassador'::text, 'operator'::text, 'carrier'::text])));
alter table rights add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table rights add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table rights add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table rights add PRIMARY KEY (id);
CREATE INDEX rights_ambassador_id_idx ON public.rights USING btree (ambassador_id);
CREATE INDEX rights_company_id_idx ON public.rights USING btree (company_id);
CREATE UNIQUE INDEX rights_company_id_idx1 ON public.rights USING btree (company_id) WHERE (kind = 'administrator'::text);
CREATE UNIQUE INDEX rights_company_id_lower_idx ON public.rights USING btree (company_id, lower(name));
CREATE UNIQUE INDEX rights_company_id_universe_idx ON public.rights USING btree (company_id, universe) WHERE (kind = 'universe'::text);
CREATE UNIQUE INDEX rights_in_company ON public.rights USING btree (id, company_id);
CREATE INDEX rights_operator_id_idx ON public.rights USING btree (operator_id);
CREATE UNIQUE INDEX rights_pkey ON public.rights USING btree (id);
CREATE TRIGGER refresh_effective_rights AFTER UPDATE ON public.rights FOR EACH ROW EXECUTE FUNCTION app.refresh_after_right();
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.rights FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
policy ambassador on rights permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy carrier on rights permissive for all to u_carrier using (true) with check ();
policy client on rights permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on rights permissive for all to identity using (true) with check ();
policy operator on rights permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy sites on rights restrictive for all to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR ((NOT all_sites) AND (NOT (EXISTS ( SELECT
   FROM right_sites rs
  WHERE ((rs.right_id = rights.id) AND (rs.site_id <> ALL (( SELECT app.site_ids() AS site_ids)::uuid[]))))))))) with check ();
policy worker on rights permissive for all to worker using (true) with check ();
grant select on rights to identity;
grant delete, insert, select on rights to u_ambassador;
grant delete, insert, select on rights to u_carrier;
grant delete, insert, select on rights to u_client;
grant delete, insert, select on rights to u_end_client;
grant delete, insert, select on rights to u_operator;
grant delete, insert, select on rights to worker;
grant update (all_sites, name, templates, version) on rights to u_ambassador;
grant update (all_sites, name, templates, version) on rights to u_carrier;
grant update (all_sites, name, templates, version) on rights to u_client;
grant update (all_sites, name, templates, version) on rights to u_end_client;
grant update (all_sites, name, templates, version) on rights to u_operator;
grant update (all_sites, ambassador_id, name, operator_id, templates, version) on rights to worker;

create table sale_terms_versions (
  version text not null,
  published_at timestamp with time zone not null,
  body_fr text not null,
  body_en text not null
);
alter table sale_terms_versions add PRIMARY KEY (version);
CREATE UNIQUE INDEX sale_terms_versions_pkey ON public.sale_terms_versions USING btree (version);
policy readers on sale_terms_versions permissive for select to u_ambassador, u_client, u_end_client, u_operator using (true) with check ();
policy staff on sale_terms_versions permissive for all to identity, u_carrier, worker using (true) with check ();
grant select on sale_terms_versions to u_ambassador;
grant delete, insert, select, update on sale_terms_versions to u_carrier;
grant select on sale_terms_versions to u_client;
grant select on sale_terms_versions to u_end_client;
grant select on sale_terms_versions to u_operator;
grant delete, insert, select, update on sale_terms_versions to worker;

create table saved_views (
  id uuid not null,
  user_id uuid not null,
  universe text not null,
  screen text not null,
  name text not null,
  query text not null,
  created_at timestamp with time zone not null default app.now()
);
alter table saved_views add CHECK ((name <> ''::text));
alter table saved_views add FOREIGN KEY (user_id) REFERENCES users(id);
alter table saved_views add PRIMARY KEY (id);
alter table saved_views add UNIQUE (user_id, universe, screen, name);
CREATE UNIQUE INDEX saved_views_pkey ON public.saved_views USING btree (id);
CREATE UNIQUE INDEX saved_views_user_id_universe_screen_name_key ON public.saved_views USING btree (user_id, universe, screen, name);
policy own on saved_views permissive for all to u_ambassador, u_carrier, u_client, u_end_client, u_operator using ((user_id = ( SELECT app.user_id() AS user_id))) with check ((user_id = ( SELECT app.user_id() AS user_id)));
policy technique on saved_views permissive for all to identity, worker using (true) with check ();
grant delete, insert, select, update on saved_views to u_ambassador;
grant delete, insert, select, update on saved_views to u_carrier;
grant delete, insert, select, update on saved_views to u_client;
grant delete, insert, select, update on saved_views to u_end_client;
grant delete, insert, select, update on saved_views to u_operator;
grant delete, insert, select, update on saved_views to worker;

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
  label_fold text not null default ''::text
);
alter table search_entries add CHECK ((kind = ANY (ARRAY['company'::text, 'site'::text, 'contact'::text, 'user'::text])));
alter table search_entries add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table search_entries add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table search_entries add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table search_entries add FOREIGN KEY (site_id) REFERENCES sites(id);
alter table search_entries add PRIMARY KEY (id);
CREATE INDEX search_entries_ambassador_id_idx ON public.search_entries USING btree (ambassador_id);
CREATE INDEX search_entries_company_id_idx ON public.search_entries USING btree (company_id);
CREATE INDEX search_entries_label_fold_idx ON public.search_entries USING btree (label_fold);
CREATE INDEX search_entries_operator_id_idx ON public.search_entries USING btree (operator_id);
CREATE UNIQUE INDEX search_entries_pkey ON public.search_entries USING btree (id);
CREATE INDEX search_entries_site_id_idx ON public.search_entries USING btree (site_id);
policy worker on search_entries permissive for all to worker using (true) with check ();

create table search_words (
  word text not null,
  entry_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid
);
alter table search_words add FOREIGN KEY (entry_id) REFERENCES search_entries(id) ON DELETE CASCADE;
alter table search_words add PRIMARY KEY (entry_id, word);
CREATE INDEX search_words_ambassador ON public.search_words USING btree (ambassador_id, word) WHERE (ambassador_id IS NOT NULL);
CREATE INDEX search_words_company ON public.search_words USING btree (company_id, word);
CREATE INDEX search_words_lead ON public.search_words USING btree (word, entry_id);
CREATE INDEX search_words_operator ON public.search_words USING btree (operator_id, word) WHERE (operator_id IS NOT NULL);
CREATE UNIQUE INDEX search_words_pkey ON public.search_words USING btree (entry_id, word);
policy worker on search_words permissive for all to worker using (true) with check ();

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
  state text not null default 'active'::text,
  created_on date not null,
  closed_on date,
  external_key text
);
alter table services add CHECK ((state = ANY (ARRAY['active'::text, 'closed'::text])));
alter table services add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table services add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table services add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table services add FOREIGN KEY (site_id) REFERENCES sites(id);
alter table services add FOREIGN KEY (subscription_id) REFERENCES subscriptions(id);
alter table services add PRIMARY KEY (id);
alter table services add UNIQUE (external_key);
alter table services add UNIQUE (number);
alter table services add UNIQUE (reference);
CREATE INDEX services_ambassador_id_idx ON public.services USING btree (ambassador_id);
CREATE INDEX services_company_id_number_idx ON public.services USING btree (company_id, number DESC);
CREATE UNIQUE INDEX services_external_key_key ON public.services USING btree (external_key);
CREATE UNIQUE INDEX services_number_key ON public.services USING btree (number);
CREATE INDEX services_operator_id_idx ON public.services USING btree (operator_id);
CREATE UNIQUE INDEX services_pkey ON public.services USING btree (id);
CREATE UNIQUE INDEX services_reference_key ON public.services USING btree (reference);
CREATE INDEX services_site_id_idx ON public.services USING btree (site_id);
CREATE INDEX services_subscription_id_idx ON public.services USING btree (subscription_id);
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.services FOR EACH ROW EXECUTE FUNCTION app.stamp_service();
policy ambassador on services permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy carrier on services permissive for all to u_carrier using (true) with check ();
policy client on services permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on services permissive for all to identity using (true) with check ();
policy operator on services permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy sites on services restrictive for all to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_id = ANY (( SELECT app.site_ids() AS site_ids)::uuid[])))) with check ();
policy worker on services permissive for all to worker using (true) with check ();
grant select on services to u_ambassador;
grant insert, select, update on services to u_carrier;
grant select on services to u_client;
grant select on services to u_end_client;
grant select on services to u_operator;
grant insert, select, update on services to worker;

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
  revoked_at timestamp with time zone
);
alter table sessions add CHECK ((stage = ANY (ARRAY['second_factor'::text, 'enrol_second_factor'::text, 'accept_terms'::text, 'complete'::text])));
alter table sessions add FOREIGN KEY (user_id) REFERENCES users(id);
alter table sessions add FOREIGN KEY (view_as_user_id) REFERENCES users(id);
alter table sessions add PRIMARY KEY (id);
alter table sessions add UNIQUE (token_hash);
CREATE INDEX sessions_expires_at_idx ON public.sessions USING btree (expires_at);
CREATE UNIQUE INDEX sessions_pkey ON public.sessions USING btree (id);
CREATE UNIQUE INDEX sessions_token_hash_key ON public.sessions USING btree (token_hash);
CREATE INDEX sessions_user_id_idx ON public.sessions USING btree (user_id) WHERE (revoked_at IS NULL);
CREATE INDEX sessions_view_as_user_id_idx ON public.sessions USING btree (view_as_user_id);
policy identity on sessions permissive for all to identity, worker using (true) with check ();
grant delete, insert, select, update on sessions to identity;
grant delete, insert, select, update on sessions to worker;

create table sign_in_failures (
  key text not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  delayed_until timestamp with time zone not null
);
alter table sign_in_failures add PRIMARY KEY (key);
CREATE INDEX sign_in_failures_last_at_idx ON public.sign_in_failures USING btree (last_at);
CREATE UNIQUE INDEX sign_in_failures_pkey ON public.sign_in_failures USING btree (key);
policy identity on sign_in_failures permissive for all to identity, worker using (true) with check ();
grant delete, insert, select, update on sign_in_failures to identity;
grant delete, insert, select, update on sign_in_failures to worker;

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
  external_key text
);
alter table sites add CHECK ((external_key <> ''::text));
alter table sites add CHECK ((name <> ''::text));
alter table sites add CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])));
alter table sites add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table sites add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table sites add FOREIGN KEY (onsite_contact_id, company_id) REFERENCES contacts(id, company_id);
alter table sites add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table sites add PRIMARY KEY (id);
CREATE INDEX sites_ambassador_id_idx ON public.sites USING btree (ambassador_id);
CREATE UNIQUE INDEX sites_company_id_external_key_idx ON public.sites USING btree (company_id, external_key) WHERE (external_key IS NOT NULL);
CREATE UNIQUE INDEX sites_company_id_idx ON public.sites USING btree (company_id) WHERE is_head_office;
CREATE INDEX sites_company_id_name_idx ON public.sites USING btree (company_id, name);
CREATE UNIQUE INDEX sites_in_company ON public.sites USING btree (id, company_id);
CREATE INDEX sites_onsite_contact_id_idx ON public.sites USING btree (onsite_contact_id);
CREATE INDEX sites_operator_id_idx ON public.sites USING btree (operator_id);
CREATE UNIQUE INDEX sites_pkey ON public.sites USING btree (id);
CREATE TRIGGER copy_head_office AFTER UPDATE OF postcode, city, is_head_office ON public.sites FOR EACH ROW WHEN (new.is_head_office) EXECUTE FUNCTION app.copy_head_office();
CREATE TRIGGER copy_head_offices AFTER INSERT ON public.sites REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.copy_head_offices();
CREATE TRIGGER index_for_search AFTER INSERT OR UPDATE OF name, street, city, postcode, siret, phone, ambassador_id, operator_id ON public.sites FOR EACH ROW EXECUTE FUNCTION app.index_site();
CREATE TRIGGER move_contracts AFTER UPDATE OF city ON public.sites FOR EACH ROW WHEN ((old.city IS DISTINCT FROM new.city)) EXECUTE FUNCTION app.move_contracts();
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.sites FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
policy ambassador on sites permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy carrier on sites permissive for all to u_carrier using (true) with check ();
policy client on sites permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on sites permissive for all to identity using (true) with check ();
policy operator on sites permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy sites on sites restrictive for all to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (id = ANY (( SELECT app.site_ids() AS site_ids)::uuid[])))) with check ();
policy worker on sites permissive for all to worker using (true) with check ();
grant select on sites to identity;
grant insert, select on sites to u_ambassador;
grant insert, select on sites to u_carrier;
grant insert, select on sites to u_client;
grant insert, select on sites to u_end_client;
grant insert, select on sites to u_operator;
grant insert, select on sites to worker;
grant update (city, closed_on, commune_code, complement, country, is_head_office, name, onsite_contact_id, opening_hours, phone, postcode, siret, state, street, version) on sites to u_ambassador;
grant update (city, closed_on, commune_code, complement, country, is_head_office, name, onsite_contact_id, opening_hours, phone, postcode, siret, state, street, version) on sites to u_carrier;
grant update (city, closed_on, commune_code, complement, country, is_head_office, name, onsite_contact_id, opening_hours, phone, postcode, siret, state, street, version) on sites to u_client;
grant update (city, closed_on, commune_code, complement, country, is_head_office, name, onsite_contact_id, opening_hours, phone, postcode, siret, state, street, version) on sites to u_end_client;
grant update (city, closed_on, commune_code, complement, country, is_head_office, name, onsite_contact_id, opening_hours, phone, postcode, siret, state, street, version) on sites to u_operator;
grant update (ambassador_id, city, closed_on, commune_code, complement, country, is_head_office, name, onsite_contact_id, opening_hours, operator_id, phone, postcode, siret, state, street, version) on sites to worker;

create table subscription_prices (
  subscription_id uuid not null,
  payer_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  one_off_cents bigint not null default 0,
  monthly_cents bigint not null default 0,
  termination_cents bigint not null default 0,
  lines jsonb not null default '[]'::jsonb
);
alter table subscription_prices add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table subscription_prices add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table subscription_prices add FOREIGN KEY (payer_id) REFERENCES companies(id);
alter table subscription_prices add FOREIGN KEY (subscription_id) REFERENCES subscriptions(id);
alter table subscription_prices add PRIMARY KEY (subscription_id);
CREATE INDEX subscription_prices_ambassador_id_idx ON public.subscription_prices USING btree (ambassador_id);
CREATE INDEX subscription_prices_company_id_idx ON public.subscription_prices USING btree (company_id);
CREATE INDEX subscription_prices_payer_id_idx ON public.subscription_prices USING btree (payer_id);
CREATE UNIQUE INDEX subscription_prices_pkey ON public.subscription_prices USING btree (subscription_id);
CREATE TRIGGER stamp_payer BEFORE INSERT ON public.subscription_prices FOR EACH ROW EXECUTE FUNCTION app.stamp_payer_of_subscription();
policy ambassador on subscription_prices permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy own on subscription_prices restrictive for all to u_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy payer on subscription_prices permissive for all to u_client, u_operator using ((payer_id = ( SELECT app.company_id() AS company_id))) with check ();
policy staff on subscription_prices permissive for all to u_carrier, worker using (true) with check ();
grant insert, select on subscription_prices to u_ambassador;
grant insert, select, update on subscription_prices to u_carrier;
grant insert, select on subscription_prices to u_client;
grant insert, select on subscription_prices to u_operator;
grant insert, select, update on subscription_prices to worker;

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
  last_order_kind text,
  last_order_state text,
  displayed_state text not null generated always as (
CASE
    WHEN (state = 'terminated'::text) THEN 'terminated'::text
    ELSE COALESCE(last_order_state, 'delivered'::text)
END) stored,
  notice_count integer not null default 1,
  notice_unit text not null default 'month'::text,
  penalty_basis_points integer not null default 10000,
  long_commitment_waiver boolean not null default false,
  tacit_renewal boolean not null default false,
  created_at timestamp with time zone not null default app.now(),
  activated_on date,
  terminated_on date,
  taken_over boolean not null default false,
  version integer not null default 1,
  name_key text not null default ''::text,
  company_key text not null default ''::text,
  city_key text not null default ''::text,
  pilot_key text not null default ''::text,
  type_key text not null generated always as (COALESCE(last_order_kind, 'creation'::text)) stored,
  last_order_key bigint not null generated always as (COALESCE(last_order_number, (0)::bigint)) stored,
  delivered_key date not null generated always as (COALESCE(delivered_on, 'infinity'::date)) stored,
  payer_number bigint not null generated always as ((SUBSTRING(payer_reference FROM 5))::bigint) stored,
  state_rank smallint not null generated always as (
CASE
    WHEN (state = 'terminated'::text) THEN 8
    ELSE
    CASE COALESCE(last_order_state, 'delivered'::text)
        WHEN 'awaiting_client'::text THEN 1
        WHEN 'submitted'::text THEN 2
        WHEN 'in_delivery'::text THEN 3
        WHEN 'delivered'::text THEN 4
        WHEN 'cancelled_by_client'::text THEN 5
        WHEN 'cancelled'::text THEN 6
        ELSE 7
    END
END) stored,
  external_key text,
  renewal_told_for date
);
alter table subscriptions add CHECK ((last_order_kind = ANY (ARRAY['creation'::text, 'addition'::text, 'modification'::text, 'termination'::text])));
alter table subscriptions add CHECK ((last_order_state = ANY (ARRAY['awaiting_client'::text, 'submitted'::text, 'in_delivery'::text, 'delivered'::text, 'cancelled_by_client'::text, 'cancelled'::text, 'impossible'::text])));
alter table subscriptions add CHECK ((notice_count >= 0));
alter table subscriptions add CHECK ((notice_unit = ANY (ARRAY['day'::text, 'month'::text])));
alter table subscriptions add CHECK (((penalty_basis_points >= 0) AND (penalty_basis_points <= 10000)));
alter table subscriptions add CHECK ((quantity > 0));
alter table subscriptions add CHECK ((cardinality(site_ids) > 0));
alter table subscriptions add CHECK ((state = ANY (ARRAY['creating'::text, 'active'::text, 'termination_requested'::text, 'terminated'::text, 'abandoned'::text])));
alter table subscriptions add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table subscriptions add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table subscriptions add FOREIGN KEY (family) REFERENCES offer_families(code);
alter table subscriptions add FOREIGN KEY (last_order_id) REFERENCES orders(id);
alter table subscriptions add FOREIGN KEY (offer_id) REFERENCES offers(id);
alter table subscriptions add FOREIGN KEY (offer_version_id) REFERENCES offer_versions(id);
alter table subscriptions add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table subscriptions add FOREIGN KEY (payer_id) REFERENCES companies(id);
alter table subscriptions add FOREIGN KEY (site_id) REFERENCES sites(id);
alter table subscriptions add PRIMARY KEY (id);
alter table subscriptions add UNIQUE (external_key);
alter table subscriptions add UNIQUE (number);
alter table subscriptions add UNIQUE (reference);
CREATE INDEX subscriptions_ambassador_id_company_key_number_idx ON public.subscriptions USING btree (ambassador_id, company_key, number) WHERE (ambassador_id IS NOT NULL);
CREATE INDEX subscriptions_ambassador_id_delivered_key_number_idx ON public.subscriptions USING btree (ambassador_id, delivered_key, number) WHERE (ambassador_id IS NOT NULL);
CREATE INDEX subscriptions_ambassador_id_number_name_key_company_key_cit_idx ON public.subscriptions USING btree (ambassador_id, number) INCLUDE (name_key, company_key, city_key, pilot_key, type_key, last_order_key, delivered_key, payer_number, state_rank, state, family) WHERE (ambassador_id IS NOT NULL);
CREATE INDEX subscriptions_ambassador_id_state_rank_number_idx ON public.subscriptions USING btree (ambassador_id, state_rank, number) WHERE (ambassador_id IS NOT NULL);
CREATE INDEX subscriptions_city_key_number_idx ON public.subscriptions USING btree (city_key, number);
CREATE INDEX subscriptions_company_id_idx ON public.subscriptions USING btree (company_id) WHERE (state = ANY (ARRAY['active'::text, 'termination_requested'::text]));
CREATE INDEX subscriptions_company_id_number_name_key_company_key_city_k_idx ON public.subscriptions USING btree (company_id, number) INCLUDE (name_key, company_key, city_key, pilot_key, type_key, last_order_key, delivered_key, payer_number, state_rank, state, family, site_ids);
CREATE INDEX subscriptions_company_key_number_idx ON public.subscriptions USING btree (company_key, number);
CREATE INDEX subscriptions_delivered_key_number_idx ON public.subscriptions USING btree (delivered_key, number);
CREATE UNIQUE INDEX subscriptions_external_key_key ON public.subscriptions USING btree (external_key);
CREATE INDEX subscriptions_family_number_idx ON public.subscriptions USING btree (family, number);
CREATE INDEX subscriptions_last_order_id_idx ON public.subscriptions USING btree (last_order_id);
CREATE INDEX subscriptions_last_order_key_number_idx ON public.subscriptions USING btree (last_order_key, number);
CREATE INDEX subscriptions_name_key_number_idx ON public.subscriptions USING btree (name_key, number);
CREATE UNIQUE INDEX subscriptions_number_key ON public.subscriptions USING btree (number);
CREATE INDEX subscriptions_offer_id_number_idx ON public.subscriptions USING btree (offer_id, number DESC);
CREATE INDEX subscriptions_offer_version_id_idx ON public.subscriptions USING btree (offer_version_id);
CREATE INDEX subscriptions_operator_id_company_key_number_idx ON public.subscriptions USING btree (operator_id, company_key, number) WHERE (operator_id IS NOT NULL);
CREATE INDEX subscriptions_operator_id_delivered_key_number_idx ON public.subscriptions USING btree (operator_id, delivered_key, number) WHERE (operator_id IS NOT NULL);
CREATE INDEX subscriptions_operator_id_number_name_key_company_key_city__idx ON public.subscriptions USING btree (operator_id, number) INCLUDE (name_key, company_key, city_key, pilot_key, type_key, last_order_key, delivered_key, payer_number, state_rank, state, family) WHERE (operator_id IS NOT NULL);
CREATE INDEX subscriptions_operator_id_state_rank_number_idx ON public.subscriptions USING btree (operator_id, state_rank, number) WHERE (operator_id IS NOT NULL);
CREATE INDEX subscriptions_payer_id_idx ON public.subscriptions USING btree (payer_id);
CREATE INDEX subscriptions_payer_number_number_idx ON public.subscriptions USING btree (payer_number, number);
CREATE INDEX subscriptions_pilot_key_number_idx ON public.subscriptions USING btree (pilot_key, number);
CREATE UNIQUE INDEX subscriptions_pkey ON public.subscriptions USING btree (id);
CREATE UNIQUE INDEX subscriptions_reference_key ON public.subscriptions USING btree (reference);
CREATE INDEX subscriptions_site_id_idx ON public.subscriptions USING btree (site_id);
CREATE INDEX subscriptions_state_number_idx ON public.subscriptions USING btree (state, number);
CREATE INDEX subscriptions_state_rank_number_idx ON public.subscriptions USING btree (state_rank, number);
CREATE INDEX subscriptions_type_key_number_idx ON public.subscriptions USING btree (type_key, number);
CREATE TRIGGER keep_to_own_moves BEFORE UPDATE OF state ON public.subscriptions FOR EACH ROW WHEN ((old.state IS DISTINCT FROM new.state)) EXECUTE FUNCTION app.keep_to_own_moves();
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.subscriptions FOR EACH ROW EXECUTE FUNCTION app.stamp_payer();
CREATE TRIGGER stamp_subscription BEFORE INSERT ON public.subscriptions FOR EACH ROW EXECUTE FUNCTION app.stamp_subscription();
CREATE TRIGGER with_own_sites BEFORE INSERT OR UPDATE OF site_ids ON public.subscriptions FOR EACH ROW EXECUTE FUNCTION app.check_sites();
CREATE TRIGGER write_keys BEFORE INSERT OR UPDATE OF name, company_name, city, pilot_name ON public.subscriptions FOR EACH ROW EXECUTE FUNCTION app.write_contract_keys();
CREATE TRIGGER write_last_pilot BEFORE UPDATE OF last_order_id ON public.subscriptions FOR EACH ROW EXECUTE FUNCTION app.write_last_pilot();
policy ambassador on subscriptions permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy begun on subscriptions restrictive for insert to u_ambassador, u_client, u_operator using () with check (((state = 'creating'::text) AND (NOT taken_over) AND (pilot_name IS NULL) AND (delivered_on IS NULL) AND (activated_on IS NULL) AND (terminated_on IS NULL)));
policy carrier on subscriptions permissive for all to u_carrier using (true) with check ();
policy client on subscriptions permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on subscriptions permissive for all to identity using (true) with check ();
policy operator on subscriptions permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy sites on subscriptions restrictive for all to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_ids && ( SELECT app.site_ids() AS site_ids)))) with check ();
policy worker on subscriptions permissive for all to worker using (true) with check ();
grant insert, select on subscriptions to u_ambassador;
grant insert, select, update on subscriptions to u_carrier;
grant insert, select on subscriptions to u_client;
grant select on subscriptions to u_end_client;
grant insert, select on subscriptions to u_operator;
grant insert, select, update on subscriptions to worker;
grant update (last_order_id, last_order_kind, last_order_number, last_order_reference, last_order_state, state, version) on subscriptions to u_ambassador;
grant update (last_order_id, last_order_kind, last_order_number, last_order_reference, last_order_state, state, version) on subscriptions to u_client;
grant update (last_order_id, last_order_kind, last_order_number, last_order_reference, last_order_state, state, version) on subscriptions to u_operator;

create table template_implications (
  template text not null,
  implied text not null
);
alter table template_implications add PRIMARY KEY (template, implied);
CREATE UNIQUE INDEX template_implications_pkey ON public.template_implications USING btree (template, implied);
grant select on template_implications to identity;
grant select on template_implications to u_ambassador;
grant select on template_implications to u_carrier;
grant select on template_implications to u_client;
grant select on template_implications to u_end_client;
grant select on template_implications to u_operator;
grant delete, insert, select, update on template_implications to worker;

create table template_universes (
  universe text not null,
  template text not null,
  in_main boolean not null
);
alter table template_universes add PRIMARY KEY (universe, template);
CREATE UNIQUE INDEX template_universes_pkey ON public.template_universes USING btree (universe, template);
grant select on template_universes to identity;
grant select on template_universes to u_ambassador;
grant select on template_universes to u_carrier;
grant select on template_universes to u_client;
grant select on template_universes to u_end_client;
grant select on template_universes to u_operator;
grant delete, insert, select, update on template_universes to worker;

create table termination_amounts (
  termination_id uuid not null,
  payer_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  one_off_cents bigint not null,
  penalty_cents bigint not null
);
alter table termination_amounts add CHECK ((one_off_cents >= 0));
alter table termination_amounts add CHECK ((penalty_cents >= 0));
alter table termination_amounts add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table termination_amounts add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table termination_amounts add FOREIGN KEY (payer_id) REFERENCES companies(id);
alter table termination_amounts add FOREIGN KEY (termination_id) REFERENCES terminations(id);
alter table termination_amounts add PRIMARY KEY (termination_id);
CREATE INDEX termination_amounts_ambassador_id_idx ON public.termination_amounts USING btree (ambassador_id);
CREATE INDEX termination_amounts_company_id_idx ON public.termination_amounts USING btree (company_id);
CREATE INDEX termination_amounts_payer_id_idx ON public.termination_amounts USING btree (payer_id);
CREATE UNIQUE INDEX termination_amounts_pkey ON public.termination_amounts USING btree (termination_id);
CREATE TRIGGER stamp_payer BEFORE INSERT ON public.termination_amounts FOR EACH ROW EXECUTE FUNCTION app.stamp_payer_of_termination();
policy ambassador on termination_amounts permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy own on termination_amounts restrictive for all to u_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy payer on termination_amounts permissive for all to u_client, u_operator using ((payer_id = ( SELECT app.company_id() AS company_id))) with check ();
policy staff on termination_amounts permissive for all to u_carrier, worker using (true) with check ();
grant select on termination_amounts to u_ambassador;
grant insert, select, update on termination_amounts to u_carrier;
grant insert, select on termination_amounts to u_client;
grant insert, select on termination_amounts to u_operator;
grant insert, select, update on termination_amounts to worker;

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
  notice_unit text not null,
  effective_on date not null,
  billed_until date not null,
  remaining_months integer not null default 0,
  reason text,
  requested_at timestamp with time zone not null,
  requested_by_name text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by_name text,
  closed_at timestamp with time zone,
  version integer not null default 1
);
alter table terminations add CHECK ((notice_unit = ANY (ARRAY['day'::text, 'month'::text])));
alter table terminations add CHECK ((origin = ANY (ARRAY['portal'::text, 'letter'::text, 'carrier'::text, 'port_out'::text])));
alter table terminations add CHECK ((remaining_months >= 0));
alter table terminations add CHECK ((state = ANY (ARRAY['pending'::text, 'withdrawn'::text, 'effective'::text])));
alter table terminations add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table terminations add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table terminations add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table terminations add FOREIGN KEY (order_id) REFERENCES orders(id);
alter table terminations add FOREIGN KEY (subscription_id) REFERENCES subscriptions(id);
alter table terminations add PRIMARY KEY (id);
alter table terminations add UNIQUE (order_id);
CREATE INDEX terminations_ambassador_id_idx ON public.terminations USING btree (ambassador_id);
CREATE INDEX terminations_company_id_idx ON public.terminations USING btree (company_id);
CREATE INDEX terminations_effective_on_idx ON public.terminations USING btree (effective_on) WHERE (state = 'pending'::text);
CREATE INDEX terminations_operator_id_idx ON public.terminations USING btree (operator_id);
CREATE UNIQUE INDEX terminations_order_id_key ON public.terminations USING btree (order_id);
CREATE UNIQUE INDEX terminations_pkey ON public.terminations USING btree (id);
CREATE UNIQUE INDEX terminations_subscription_id_idx ON public.terminations USING btree (subscription_id) WHERE (state = 'pending'::text);
CREATE INDEX terminations_subscription_id_idx1 ON public.terminations USING btree (subscription_id);
CREATE TRIGGER keep_to_own_moves BEFORE UPDATE OF state ON public.terminations FOR EACH ROW WHEN ((old.state IS DISTINCT FROM new.state)) EXECUTE FUNCTION app.keep_to_own_moves();
CREATE TRIGGER plan_termination AFTER INSERT ON public.terminations FOR EACH ROW EXECUTE FUNCTION app.plan_termination();
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.terminations FOR EACH ROW EXECUTE FUNCTION app.stamp_from_subscription();
policy ambassador on terminations permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy begun on terminations restrictive for insert to u_ambassador, u_client, u_operator using () with check (((state = 'pending'::text) AND (origin = 'portal'::text)));
policy carrier on terminations permissive for all to u_carrier using (true) with check ();
policy client on terminations permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on terminations permissive for all to identity using (true) with check ();
policy operator on terminations permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy sites on terminations restrictive for all to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_ids && ( SELECT app.site_ids() AS site_ids)))) with check ();
policy worker on terminations permissive for all to worker using (true) with check ();
grant select on terminations to u_ambassador;
grant insert, select, update on terminations to u_carrier;
grant insert, select on terminations to u_client;
grant select on terminations to u_end_client;
grant insert, select on terminations to u_operator;
grant insert, select, update on terminations to worker;
grant update (closed_at, state, version, withdrawn_at, withdrawn_by_name) on terminations to u_ambassador;
grant update (closed_at, state, version, withdrawn_at, withdrawn_by_name) on terminations to u_client;
grant update (closed_at, state, version, withdrawn_at, withdrawn_by_name) on terminations to u_operator;

create table terms_acceptances (
  user_id uuid not null,
  version text not null,
  accepted_at timestamp with time zone not null,
  ip text
);
alter table terms_acceptances add FOREIGN KEY (user_id) REFERENCES users(id);
alter table terms_acceptances add FOREIGN KEY (version) REFERENCES terms_versions(version);
alter table terms_acceptances add PRIMARY KEY (user_id, version);
CREATE UNIQUE INDEX terms_acceptances_pkey ON public.terms_acceptances USING btree (user_id, version);
CREATE INDEX terms_acceptances_version_idx ON public.terms_acceptances USING btree (version);
policy identity on terms_acceptances permissive for all to identity, worker using (true) with check ();
grant delete, insert, select, update on terms_acceptances to identity;
grant delete, insert, select, update on terms_acceptances to worker;

create table terms_versions (
  version text not null,
  published_at timestamp with time zone not null,
  body_fr text not null,
  body_en text not null
);
alter table terms_versions add PRIMARY KEY (version);
CREATE UNIQUE INDEX terms_versions_pkey ON public.terms_versions USING btree (version);
grant select on terms_versions to identity;
grant select on terms_versions to u_ambassador;
grant select on terms_versions to u_carrier;
grant select on terms_versions to u_client;
grant select on terms_versions to u_end_client;
grant select on terms_versions to u_operator;
grant delete, insert, select, update on terms_versions to worker;

create table user_rights (
  user_id uuid not null,
  right_id uuid not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  granted_at timestamp with time zone not null default app.now()
);
alter table user_rights add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table user_rights add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table user_rights add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table user_rights add FOREIGN KEY (right_id, company_id) REFERENCES rights(id, company_id);
alter table user_rights add FOREIGN KEY (user_id, company_id) REFERENCES users(id, company_id);
alter table user_rights add PRIMARY KEY (user_id, right_id);
CREATE INDEX user_rights_ambassador_id_idx ON public.user_rights USING btree (ambassador_id);
CREATE INDEX user_rights_company_id_idx ON public.user_rights USING btree (company_id);
CREATE INDEX user_rights_operator_id_idx ON public.user_rights USING btree (operator_id);
CREATE UNIQUE INDEX user_rights_pkey ON public.user_rights USING btree (user_id, right_id);
CREATE INDEX user_rights_right_id_idx ON public.user_rights USING btree (right_id);
CREATE TRIGGER refresh_effective_rights AFTER INSERT OR DELETE ON public.user_rights FOR EACH ROW EXECUTE FUNCTION app.refresh_after_user_right();
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.user_rights FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
policy ambassador on user_rights permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy carrier on user_rights permissive for all to u_carrier using (true) with check ();
policy client on user_rights permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on user_rights permissive for all to identity using (true) with check ();
policy operator on user_rights permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy worker on user_rights permissive for all to worker using (true) with check ();
grant select on user_rights to identity;
grant delete, insert, select on user_rights to u_ambassador;
grant delete, insert, select on user_rights to u_carrier;
grant delete, insert, select on user_rights to u_client;
grant delete, insert, select on user_rights to u_end_client;
grant delete, insert, select on user_rights to u_operator;
grant delete, insert, select on user_rights to worker;
grant update (ambassador_id, operator_id) on user_rights to worker;

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
  language text not null default 'fr'::text,
  is_administrator boolean not null default false,
  last_universe text,
  last_sign_in_at timestamp with time zone,
  created_at timestamp with time zone not null default app.now(),
  version integer not null default 1,
  name_fold text generated always as (app.folded_person(display_name)) stored,
  invitation_times timestamp with time zone[] not null default '{}'::timestamp with time zone[]
);
alter table users add CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text])));
alter table users add CHECK ((state = ANY (ARRAY['invited'::text, 'active'::text, 'suspended'::text])));
alter table users add FOREIGN KEY (ambassador_id) REFERENCES companies(id);
alter table users add FOREIGN KEY (company_id) REFERENCES companies(id);
alter table users add FOREIGN KEY (contact_id, company_id) REFERENCES contacts(id, company_id);
alter table users add FOREIGN KEY (operator_id) REFERENCES companies(id);
alter table users add FOREIGN KEY (site_id, company_id) REFERENCES sites(id, company_id);
alter table users add PRIMARY KEY (id);
alter table users add UNIQUE (contact_id);
alter table users add UNIQUE (login);
alter table users add UNIQUE (login_number);
CREATE INDEX users_ambassador_id_idx ON public.users USING btree (ambassador_id);
CREATE INDEX users_ambassador_id_name_fold_id_idx ON public.users USING btree (ambassador_id, name_fold, id);
CREATE INDEX users_coalesce_id_idx ON public.users USING btree (COALESCE(last_sign_in_at, '1970-01-01 00:00:00+00'::timestamp with time zone), id);
CREATE INDEX users_company_id_display_name_idx ON public.users USING btree (company_id, display_name);
CREATE UNIQUE INDEX users_contact_id_key ON public.users USING btree (contact_id);
CREATE UNIQUE INDEX users_in_company ON public.users USING btree (id, company_id);
CREATE UNIQUE INDEX users_login_key ON public.users USING btree (login);
CREATE UNIQUE INDEX users_login_number_key ON public.users USING btree (login_number);
CREATE INDEX users_name_fold_id_idx ON public.users USING btree (name_fold, id);
CREATE INDEX users_name_fold_id_idx1 ON public.users USING btree (name_fold, id) WHERE (last_sign_in_at IS NULL);
CREATE INDEX users_name_fold_idx ON public.users USING gin (name_fold gin_trgm_ops);
CREATE INDEX users_operator_id_idx ON public.users USING btree (operator_id);
CREATE INDEX users_operator_id_name_fold_id_idx ON public.users USING btree (operator_id, name_fold, id);
CREATE UNIQUE INDEX users_pkey ON public.users USING btree (id);
CREATE INDEX users_site_id_idx ON public.users USING btree (site_id);
CREATE INDEX users_state_coalesce_id_idx ON public.users USING btree (state, COALESCE(last_sign_in_at, '1970-01-01 00:00:00+00'::timestamp with time zone), id);
CREATE INDEX users_state_name_fold_id_idx ON public.users USING btree (state, name_fold, id);
CREATE TRIGGER end_sessions AFTER UPDATE OF state ON public.users FOR EACH ROW WHEN (((old.state <> 'suspended'::text) AND (new.state = 'suspended'::text))) EXECUTE FUNCTION app.end_sessions_of_suspended();
CREATE TRIGGER index_for_search AFTER INSERT OR UPDATE OF display_name, site_id, ambassador_id, operator_id ON public.users FOR EACH ROW EXECUTE FUNCTION app.index_user();
CREATE TRIGGER settle_state BEFORE UPDATE OF state ON public.users FOR EACH ROW WHEN (((old.state = 'suspended'::text) AND (new.state = 'active'::text))) EXECUTE FUNCTION app.settle_user_state();
CREATE TRIGGER stamp_partner BEFORE INSERT ON public.users FOR EACH ROW EXECUTE FUNCTION app.stamp_partner();
CREATE TRIGGER subscribe_administrator AFTER UPDATE OF is_administrator ON public.users FOR EACH ROW WHEN ((new.is_administrator AND (NOT old.is_administrator))) EXECUTE FUNCTION app.subscribe_new_administrator();
policy ambassador on users permissive for all to u_ambassador using ((ambassador_id = ( SELECT app.company_id() AS company_id))) with check ();
policy carrier on users permissive for all to u_carrier using (true) with check ();
policy client on users permissive for all to u_client, u_end_client using ((company_id = ( SELECT app.company_id() AS company_id))) with check ();
policy identity on users permissive for all to identity using (true) with check ();
policy invited_first on users restrictive for insert to u_ambassador, u_carrier, u_client, u_end_client, u_operator using () with check ((state = 'invited'::text));
policy operator on users permissive for all to u_operator using ((operator_id = ( SELECT app.company_id() AS company_id))) with check ();
policy sites on users restrictive for all to u_client, u_end_client using ((( SELECT app.all_sites() AS all_sites) OR (site_id = ANY (( SELECT app.site_ids() AS site_ids)::uuid[])))) with check ();
policy worker on users permissive for all to worker using (true) with check ();
grant select on users to identity;
grant select on users to u_ambassador;
grant select on users to u_carrier;
grant select on users to u_client;
grant select on users to u_end_client;
grant select on users to u_operator;
grant insert, select on users to worker;
grant update (display_name, language, last_sign_in_at, last_universe, state) on users to identity;
grant insert (company_id, contact_id, display_name, id, language, site_id, state) on users to u_ambassador;
grant update (display_name, invitation_times, language, site_id, state, version) on users to u_ambassador;
grant insert (company_id, contact_id, display_name, id, language, site_id, state) on users to u_carrier;
grant update (display_name, invitation_times, language, site_id, state, version) on users to u_carrier;
grant insert (company_id, contact_id, display_name, id, language, site_id, state) on users to u_client;
grant update (display_name, invitation_times, language, site_id, state, version) on users to u_client;
grant insert (company_id, contact_id, display_name, id, language, site_id, state) on users to u_end_client;
grant update (display_name, invitation_times, language, site_id, state, version) on users to u_end_client;
grant insert (company_id, contact_id, display_name, id, language, site_id, state) on users to u_operator;
grant update (display_name, invitation_times, language, site_id, state, version) on users to u_operator;
grant update (ambassador_id, display_name, invitation_times, language, last_sign_in_at, last_universe, operator_id, site_id, state, version) on users to worker;

CREATE OR REPLACE FUNCTION app.add_job(p_identifier text, p_payload json, p_job_key text DEFAULT NULL::text, p_run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, p_max_attempts integer DEFAULT 25)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if p_identifier !~ '^[a-z][a-z0-9_.-]{1,62}$' then raise exception 'unknown kind of job'; end if;
  if octet_length(p_payload::text) > 16384 or json_typeof(p_payload) <> 'object' then raise exception 'a job takes a small object of identifiers'; end if;
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
CREATE OR REPLACE FUNCTION app.amendments_follow_partner()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update order_amendments set ambassador_id = new.ambassador_id, operator_id = new.operator_id where order_id = new.id;
  update order_amendment_amounts set payer_id = new.payer_id, ambassador_id = case when new.payer_id = company_id then new.ambassador_id end
    where order_id = new.id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app.announce_progress()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('portal_events', json_build_object(
    'topic', 'job_progress', 'audience', json_build_object('userId', new.user_id), 'ids', json_build_array(new.id))::text);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app.assign_partner(p_company uuid, p_ambassador uuid, p_operator uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
    'commerce_documents', 'commitments', 'services', 'accountcodes', 'terminations', 'purchase_requests'] loop
    execute format('update %I set ambassador_id = $1, operator_id = $2 where company_id = $3', t)
      using nullif(p_ambassador, p_company), nullif(p_operator, p_company), p_company;
  end loop;
  update orders set payer_id = payer where company_id = p_company and state in ('awaiting_client', 'submitted', 'in_delivery');
  update subscriptions set payer_id = payer, payer_reference = (select reference from companies where id = payer) where company_id = p_company;
  update order_item_amounts a set payer_id = payer from orders o
    where o.id = a.order_id and a.company_id = p_company and o.state in ('awaiting_client', 'submitted', 'in_delivery');
  update termination_amounts a set payer_id = payer from terminations o
    where o.id = a.termination_id and a.company_id = p_company and o.state = 'pending';
  update subscription_prices a set payer_id = payer from subscriptions s
    where s.id = a.subscription_id and a.company_id = p_company and s.state not in ('terminated', 'abandoned');
  update commitment_amounts a set payer_id = payer from commitments o join subscriptions s on s.id = o.subscription_id
    where o.id = a.commitment_id and a.company_id = p_company and s.state not in ('terminated', 'abandoned');
  foreach t in array array['subscription_prices', 'commitment_amounts', 'order_item_amounts', 'termination_amounts'] loop
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
  with due as (
    select id from mails where state = 'queued' and sender is null and parameters is not null
      and (next_attempt_at <= p_at or attempts = 0 or id = any (p_wanted))
    order by next_attempt_at, id limit p_limit for update skip locked
  )
  update mails m set sender = p_worker from due where m.id = due.id returning m.*
$function$
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
CREATE OR REPLACE FUNCTION app.copy_head_offices()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update companies c set head_postcode = s.postcode, head_city = s.city from added s where s.company_id = c.id and s.is_head_office;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app.demand_second_factor()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
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
AS $function$ select 255 $function$
;
CREATE OR REPLACE FUNCTION app.failing_addresses(p_company uuid)
 RETURNS TABLE(address text, reason text, failed_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
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
  select btrim(regexp_replace(lower(public.unaccent(coalesce(p, ''))), '[^a-z0-9]+', ' ', 'g'))
$function$
;
CREATE OR REPLACE FUNCTION app.folded_name(p_text text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select btrim(regexp_replace(translate(lower(public.unaccent('public.unaccent'::regdictionary, p_text)), '''’‘‛ʼ´`′_-‐‑‒–—', repeat(' ', 15)), '\s+', ' ', 'g'))
$function$
;
CREATE OR REPLACE FUNCTION app.folded_person(p_text text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select btrim(regexp_replace(translate(lower(public.unaccent('public.unaccent'::regdictionary, p_text)), '''’-', '   '), '\s+', ' ', 'g'))
$function$
;
CREATE OR REPLACE FUNCTION app.follow_contact()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
  update orders o set steps_total = s.total, steps_done = s.done, next_due_on = s.due, next_step_id = s.next_id, blocked_step_id = s.blocked_id
  from (
    select i.id, count(st.id) as total, count(*) filter (where st.state in ('done', 'skipped')) as done,
      min(st.planned_on) filter (where st.state not in ('done', 'skipped')) as due,
      (array_agg(st.id order by st.state = 'blocked' desc, st.state = 'in_progress' desc, st.position) filter (where st.state not in ('done', 'skipped')))[1] as next_id,
      (array_agg(st.id order by st.position) filter (where st.state = 'blocked'))[1] as blocked_id
    from unnest(p_orders) as i (id) left join order_steps st on st.order_id = i.id
    group by i.id
  ) s
  where o.id = s.id
    and (o.steps_total, o.steps_done, o.next_due_on, o.next_step_id, o.blocked_step_id)
      is distinct from (s.total::integer, s.done::integer, s.due, s.next_id, s.blocked_id)
$function$
;
CREATE OR REPLACE FUNCTION app.freeze_offer_version(p_version uuid, p_at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  update offer_versions set first_ordered_at = p_at
  where id = p_version and first_ordered_at is null and state = 'published'
    and (session_user <> 'customers' or exists (select from orders o where o.offer_version_id = p_version))
$function$
;
CREATE OR REPLACE FUNCTION app.hold_restored_mail()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if app.is_restored() then
    new.state := 'uncertain';
    new.last_error := 'restored';
    new.next_attempt_at := null;
  end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.index_company()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
begin
  perform app.put_search_entry(new.id, 'company', new.id, null, new.reference, new.name, new.siren, concat_ws(' ', new.name, new.siren, new.vat_number),
    array[new.reference], array[new.phone]);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app.index_contact()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
begin
  if new.archived_at is not null then
    delete from search_entries where id = new.id;
  else
    perform app.put_search_entry(new.id, 'contact', new.company_id, new.site_id, new.id::text, btrim(new.first_name || ' ' || new.last_name), new.email,
      concat_ws(' ', new.first_name, new.last_name, split_part(new.email, '@', 1)), '{}', array[new.phone, new.mobile]);
  end if;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app.index_search_words()
 RETURNS void
 LANGUAGE sql
AS $function$
  create index search_words_lead on public.search_words (word, entry_id);
  create index search_words_company on public.search_words (company_id, word);
  create index search_words_ambassador on public.search_words (ambassador_id, word) where ambassador_id is not null;
  create index search_words_operator on public.search_words (operator_id, word) where operator_id is not null;
$function$
;
CREATE OR REPLACE FUNCTION app.index_site()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
begin
  perform app.put_search_entry(new.id, 'site', new.company_id, new.id, new.id::text, new.name, concat_ws(' ', new.postcode, new.city),
    concat_ws(' ', new.name, new.street, new.city, new.postcode, new.siret), '{}', array[new.phone]);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app.index_user()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
begin
  perform app.put_search_entry(new.id, 'user', new.company_id, new.site_id, new.login, new.display_name, new.login, '', array[new.login], '{}');
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app.is_noise(p text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select length(p) < 2 or p in ('de', 'du', 'des', 'la', 'le', 'les', 'et', 'rue', 'avenue', 'boulevard', 'place', 'chemin', 'allee', 'quai', 'impasse', 'cours')
$function$
;
CREATE OR REPLACE FUNCTION app.is_restored()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
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
CREATE OR REPLACE FUNCTION app.keep_to_own_moves()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  allowed boolean;
begin
  if current_user not in ('u_client', 'u_end_client', 'u_ambassador', 'u_operator') then return new; end if;
  allowed := case tg_table_name
    when 'subscriptions' then (old.state, new.state) in (('creating', 'abandoned'), ('active', 'termination_requested'), ('termination_requested', 'active'))
    when 'terminations' then (old.state, new.state) = ('pending', 'withdrawn')
    else false
  end;
  if tg_table_name = 'orders' then
    -- Validated by who pays; cancelled until delivery starts, a termination until its day.
    allowed := case new.state
      when 'submitted' then old.state = 'awaiting_client' and app.company_id() = old.payer_id and current_user <> 'u_ambassador'
      when 'cancelled_by_client' then old.state in ('awaiting_client', 'submitted') or (old.kind = 'termination' and old.state = 'in_delivery')
      else false
    end;
  end if;
  if not allowed then raise exception 'not a move of customers' using errcode = '42501'; end if;
  return new;
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
  select c.id, btrim(c.first_name || ' ' || c.last_name), coalesce(c.mobile, c.phone)
  from sites s join contacts c on c.id = s.onsite_contact_id and c.archived_at is null and c.company_id = s.company_id
  where s.id = p_site
    and ((select app.company_id()) in (s.company_id, s.ambassador_id, s.operator_id) or current_setting('role') = 'u_carrier')
    and ((select app.all_sites()) or s.id = any ((select app.site_ids())::uuid[]))
$function$
;
CREATE OR REPLACE FUNCTION app.onsite_mail_address(p_order uuid, OUT email text, OUT language text)
 RETURNS record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select c.email, coalesce(u.language, 'fr')
  from orders o join contacts c on c.id = o.onsite_contact_id and c.archived_at is null left join users u on u.contact_id = c.id
  where o.id = p_order
    and ((select app.company_id()) in (o.company_id, o.ambassador_id, o.operator_id) or current_setting('role') = 'u_carrier')
$function$
;
CREATE OR REPLACE FUNCTION app.ordering_block(p_company uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
CREATE OR REPLACE FUNCTION app.own_mail_address(OUT email text, OUT language text, OUT login text)
 RETURNS record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select c.email, u.language, u.login from users u join contacts c on c.id = u.contact_id where u.id = (select app.user_id())
$function$
;
CREATE OR REPLACE FUNCTION app.plan_termination()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update orders set planned_on = new.effective_on where id = new.order_id and kind = 'termination' and planned_on is distinct from new.effective_on;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app.protect(p_table text, p_site text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
begin
  execute format('alter table %I enable row level security', p_table);
  execute format('create policy payer on %I to u_client, u_operator using (payer_id = (select app.company_id()))', p_table);
  execute format('create policy ambassador on %I to u_ambassador using (ambassador_id = (select app.company_id()))', p_table);
  execute format('create policy staff on %I to u_carrier, worker using (true)', p_table);
  execute format('grant select, insert, update on %I to u_client, u_ambassador, u_operator, u_carrier, worker', p_table);
end $function$
;
CREATE OR REPLACE FUNCTION app.protect_sites(p_table text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform app.protect(p_table);
  execute format(
    'create policy sites on %I as restrictive to u_client, u_end_client using ((select app.all_sites()) or site_ids && (select app.site_ids()))', p_table);
end $function$
;
CREATE OR REPLACE FUNCTION app.put_search_entry(p_id uuid, p_kind text, p_company uuid, p_site uuid, p_reference text, p_label text, p_sublabel text, p_text text, p_references text[], p_phones text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
declare
  c record;
  w text[] := app.words_of(p_text, p_references, p_phones);
begin
  select ambassador_id, operator_id, reference into c from companies where id = p_company;
  insert into search_entries (id, kind, company_id, ambassador_id, operator_id, site_id, reference, company_reference, label, sublabel, words, label_fold)
    values (p_id, p_kind, p_company, c.ambassador_id, c.operator_id, p_site, p_reference, c.reference, p_label, p_sublabel, w, app.fold(p_label))
    on conflict (id) do update set ambassador_id = excluded.ambassador_id, operator_id = excluded.operator_id, site_id = excluded.site_id,
      label = excluded.label, sublabel = excluded.sublabel, words = excluded.words, label_fold = excluded.label_fold;
  delete from search_words where entry_id = p_id;
  insert into search_words (word, entry_id, company_id, ambassador_id, operator_id)
    select unnest(w), p_id, p_company, c.ambassador_id, c.operator_id;
end $function$
;
CREATE OR REPLACE FUNCTION app.rebuild_effective_rights()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
  select app.rebuild_rights_only();
  select app.subscribe_administrators();
$function$
;
CREATE OR REPLACE FUNCTION app.rebuild_rights_only()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
  truncate effective_rights;
  insert into effective_rights (user_id, universe, company_id, grants)
  with held as (
    select ur.user_id, r.company_id, tu.universe, tu.template, r.all_sites or r.kind <> 'custom' as everywhere, r.id as right_id
    from user_rights ur
    join rights r on r.id = ur.right_id
    join companies c on c.id = r.company_id
    join template_universes tu on tu.universe = any (c.universes)
      and case r.kind
        when 'administrator' then true
        when 'universe' then tu.universe = r.universe and tu.in_main
        else tu.universe = r.universe and tu.template = any (r.templates)
      end
  ), closed as (
    select user_id, company_id, universe, template, everywhere, right_id from held
    union
    select h.user_id, h.company_id, h.universe, i.implied, h.everywhere, h.right_id from held h join template_implications i on i.template = h.template
  ), summed as (
    select c.user_id, c.company_id, c.universe, c.template, bool_or(c.everywhere) as everywhere,
      coalesce(jsonb_agg(distinct rs.site_id) filter (where rs.site_id is not null), '[]') as sites
    from closed c left join right_sites rs on rs.right_id = c.right_id and not c.everywhere
    group by 1, 2, 3, 4
  )
  select user_id, universe, company_id, jsonb_object_agg(template, case when everywhere then '"all"'::jsonb else sites end)
  from summed group by user_id, universe, company_id;
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
begin
  truncate search_words, search_entries;
  alter table search_words drop constraint search_words_pkey, drop constraint search_words_entry_id_fkey;
  drop index search_words_lead, search_words_company, search_words_ambassador, search_words_operator;
  insert into search_entries (id, kind, company_id, ambassador_id, operator_id, site_id, reference, company_reference, label, sublabel, words, label_fold)
    select c.id, 'company', c.id, c.ambassador_id, c.operator_id, null, c.reference, c.reference, c.name, c.siren,
      app.words_of(concat_ws(' ', c.name, c.siren, c.vat_number), array[c.reference], array[c.phone]), app.fold(c.name) from companies c
    union all
    select s.id, 'site', s.company_id, s.ambassador_id, s.operator_id, s.id, s.id::text, c.reference, s.name, concat_ws(' ', s.postcode, s.city),
      app.words_of(concat_ws(' ', s.name, s.street, s.city, s.postcode, s.siret), '{}', array[s.phone]), app.fold(s.name) from sites s join companies c on c.id = s.company_id
    union all
    select k.id, 'contact', k.company_id, k.ambassador_id, k.operator_id, k.site_id, k.id::text, c.reference, btrim(k.first_name || ' ' || k.last_name), k.email,
      app.words_of(concat_ws(' ', k.first_name, k.last_name, split_part(k.email, '@', 1)), '{}', array[k.phone, k.mobile]), app.fold(btrim(k.first_name || ' ' || k.last_name))
      from contacts k join companies c on c.id = k.company_id where k.archived_at is null
    union all
    select u.id, 'user', u.company_id, u.ambassador_id, u.operator_id, u.site_id, u.login, c.reference, u.display_name, u.login,
      app.words_of('', array[u.login], '{}'), app.fold(u.display_name) from users u join companies c on c.id = u.company_id;
  insert into search_words (word, entry_id, company_id, ambassador_id, operator_id)
    select unnest(words), id, company_id, ambassador_id, operator_id from search_entries;
  alter table search_words add primary key (entry_id, word), add foreign key (entry_id) references search_entries on delete cascade;
  perform app.index_search_words();
end $function$
;
CREATE OR REPLACE FUNCTION app.refresh_after_company()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
begin
  perform app.refresh_effective_rights(id) from users where company_id = new.id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app.refresh_after_right()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
begin
  perform app.refresh_effective_rights(user_id) from user_rights where right_id = new.id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app.refresh_after_right_site()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
begin
  perform app.refresh_effective_rights(user_id) from user_rights where right_id = coalesce(new.right_id, old.right_id);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION app.refresh_after_user_right()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
begin
  perform app.refresh_effective_rights(coalesce(new.user_id, old.user_id));
  return null;
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
end $function$
;
CREATE OR REPLACE FUNCTION app.release_step()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
begin
  update public.mails set state = 'queued', sender = null, next_attempt_at = p_at, updated_at = p_at
  where id = p_id and state in ('failed', 'uncertain') and parameters is not null;
  if not found then return false; end if;
  perform app.add_job('send-mail', json_build_object('mailId', p_id), 'mail:' || p_id);
  return true;
end $function$
;
CREATE OR REPLACE FUNCTION app.search(p_text text, p_kinds text[], p_limit integer)
 RETURNS TABLE(kind text, reference text, company_reference text, label text, sublabel text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
declare
  tenant uuid := app.company_id();
  taken text := current_setting('role');
  -- An e-mail address is found by what stands before the @.
  folded text := app.fold(split_part(p_text, '@', 1));
  terms text[];
  term text;
  lead text;
  few constant integer := 400;
  many constant integer := 10000;
  matches integer;
  fewest integer;
  others text := '';
  tenant_column text := case taken
    when 'u_client' then 'company_id' when 'u_end_client' then 'company_id'
    when 'u_ambassador' then 'ambassador_id' when 'u_operator' then 'operator_id' when 'u_carrier' then null else 'none' end;
  of_tenant text := case when tenant_column is null then '' else format('and w.%I = $2', tenant_column) end;
begin
  if tenant_column = 'none' then raise exception 'no universe' using errcode = 'MY403'; end if;
  -- A number typed in groups is one word, and so is a reference.
  if folded ~ '^[0-9 ]+$' then folded := replace(folded, ' ', ''); end if;
  if folded ~ '^(oip|e|oc|com) [0-9]+$' then folded := replace(folded, ' ', ''); end if;
  terms := array(select distinct case when t ~ '^(oip|e|oc|com)0*[0-9]+$' then regexp_replace(t, '^([a-z]+)0*([0-9]+)$', '\1\2') else t end
    from unnest(string_to_array(folded, ' ')) t where t <> '' and not app.is_noise(t) limit 6);
  if cardinality(terms) = 0 then return; end if;
  lead := terms[1];
  -- The staff look among everybody: several words that begin names are that name, found without intersecting frequent words.
  if tenant_column is null and cardinality(terms) > 1 then
    return query
      select e.kind, e.reference, e.company_reference, e.label, e.sublabel from (
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
    select f.kind, f.reference, f.company_reference, f.label, f.sublabel from found f
    order by f.exact desc, array_position(array['company', 'user', 'contact', 'site'], f.kind), f.label, f.id limit $7
  $q$, of_tenant, others)
  using lead, tenant, p_kinds, app.all_sites() or taken in ('u_ambassador', 'u_operator', 'u_carrier'), app.site_ids(), terms, p_limit, few;
end $function$
;
CREATE OR REPLACE FUNCTION app.seller_of(p_subscription uuid, OUT kind text, OUT name text, OUT phone text, OUT email text)
 RETURNS record
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
CREATE OR REPLACE FUNCTION app.stamp_commercial()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  select nullif(c.ambassador_id, c.id), nullif(c.operator_id, c.id) into new.ambassador_id, new.operator_id from companies c where c.id = new.company_id;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.stamp_document()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  select s.company_id, s.ambassador_id, s.operator_id, s.payer_id, s.site_ids
    into strict new.company_id, new.ambassador_id, new.operator_id, new.payer_id, new.site_ids from subscriptions s where s.id = new.subscription_id;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.stamp_event()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  select c.ambassador_id, c.operator_id, c.reference, c.name
    into new.ambassador_id, new.operator_id, new.company_reference, new.company_name from public.companies c where c.id = new.company_id;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.stamp_from_order()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  select o.company_id, o.ambassador_id, o.operator_id, o.site_ids into strict new.company_id, new.ambassador_id, new.operator_id, new.site_ids
  from orders o where o.id = new.order_id;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.stamp_from_subscription()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  select s.company_id, s.ambassador_id, s.operator_id, s.site_ids into strict new.company_id, new.ambassador_id, new.operator_id, new.site_ids
  from subscriptions s where s.id = new.subscription_id;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.stamp_order()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  select s.company_id, s.ambassador_id, s.operator_id, s.payer_id, s.company_name into strict new.company_id, new.ambassador_id, new.operator_id, new.payer_id, new.company_name
  from subscriptions s where s.id = new.subscription_id;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.stamp_partner()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  select c.ambassador_id, c.operator_id into new.ambassador_id, new.operator_id from public.companies c where c.id = new.company_id;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.stamp_payer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  select nullif(c.ambassador_id, c.id), nullif(c.operator_id, c.id), coalesce(nullif(c.operator_id, c.id), c.id)
    into strict new.ambassador_id, new.operator_id, new.payer_id from companies c where c.id = new.company_id;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.stamp_payer_of_amendment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  select o.id, o.company_id, o.ambassador_id, o.payer_id into strict new.order_id, new.company_id, new.ambassador_id, new.payer_id
  from order_amendments a join orders o on o.id = a.order_id where a.id = new.amendment_id;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.stamp_payer_of_commitment()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  select s.company_id, s.ambassador_id, s.payer_id into strict new.company_id, new.ambassador_id, new.payer_id
  from commitments c join subscriptions s on s.id = c.subscription_id where c.id = new.commitment_id;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.stamp_payer_of_item()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  select o.id, o.company_id, o.ambassador_id, o.payer_id into strict new.order_id, new.company_id, new.ambassador_id, new.payer_id
  from order_items i join orders o on o.id = i.order_id where i.id = new.order_item_id;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.stamp_payer_of_subscription()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  select s.company_id, s.ambassador_id, s.payer_id into strict new.company_id, new.ambassador_id, new.payer_id from subscriptions s where s.id = new.subscription_id;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.stamp_payer_of_termination()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  select o.company_id, o.ambassador_id, o.payer_id into strict new.company_id, new.ambassador_id, new.payer_id
  from terminations t join orders o on o.id = t.order_id where t.id = new.termination_id;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.stamp_service()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  select s.company_id, s.ambassador_id, s.operator_id into strict new.company_id, new.ambassador_id, new.operator_id
  from subscriptions s where s.id = new.subscription_id;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.stamp_subscription()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  select c.name, c.reference, coalesce(p.reference, c.reference) into strict new.company_name, new.company_reference, new.payer_reference
  from companies c left join companies p on p.id = nullif(c.operator_id, c.id) where c.id = new.company_id;
  select s.city into strict new.city from sites s where s.id = new.site_id and s.company_id = new.company_id;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION app.start_view_as(p_session uuid, p_user uuid, p_reason text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'app'
AS $function$
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
begin
  if new.last_order_id is distinct from old.last_order_id then
    new.pilot_name := (select o.pilot_name from orders o where o.id = new.last_order_id);
    new.pilot_key := app.fold(new.pilot_name);
  end if;
  return new;
end $function$
;
