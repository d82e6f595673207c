-- What row security alone does not say of commerce: customers' roles write what ordering, validating and terminating write, and nothing else;
-- what was paid stays with who paid it; codes of partners are not read in the history of their clients.

-- Amounts -------------------------------------------------------------------------------------------------------------------------------

-- Written once, with what they price; only the carrier changes them.
revoke update on subscription_prices, commitment_amounts, order_item_amounts, termination_amounts from {{u_client}}, {{u_ambassador}}, {{u_operator}};
revoke insert on commitment_amounts from {{u_client}}, {{u_ambassador}}, {{u_operator}};
-- In its client universe an operator reads its own purchases, not those that it pays for its clients.
do $$
declare t text;
begin
  foreach t in array array['subscription_prices', 'commitment_amounts', 'order_item_amounts', 'termination_amounts', 'order_amendment_amounts'] loop
    execute format('create policy own on %I as restrictive to {{u_client}} using (company_id = (select app.company_id()))', t);
  end loop;
end $$;

-- Contracts and orders --------------------------------------------------------------------------------------------------------------------

create policy begun on subscriptions as restrictive for insert to {{u_client}}, {{u_ambassador}}, {{u_operator}}
  with check (state = 'creating' and not taken_over and pilot_name is null and delivered_on is null and activated_on is null and terminated_on is null);
create policy begun on orders as restrictive for insert to {{u_client}}, {{u_ambassador}}, {{u_operator}}
  with check (state in ('awaiting_client', 'submitted') and placed_by_user_id = (select app.user_id()) and pilot_user_id is null and pilot_name is null
    and delivered_on is null and closed_at is null and (kind = 'termination' or planned_on is null));
create policy begun on terminations as restrictive for insert to {{u_client}}, {{u_ambassador}}, {{u_operator}}
  with check (state = 'pending' and origin = 'portal');
-- What an ambassador orders waits for its client.
create policy waits on orders as restrictive for insert to {{u_ambassador}} with check (state = 'awaiting_client' or kind = 'termination');
create policy own_name on order_batches as restrictive for insert to {{u_client}}, {{u_ambassador}}, {{u_operator}}
  with check (placed_by_user_id = (select app.user_id()));
-- Items and steps come with their order: a running one is amended and planned by the carrier.
create policy with_order on order_items as restrictive for insert to {{u_client}}, {{u_ambassador}}, {{u_operator}}
  with check (exists (select from orders o where o.id = order_items.order_id and o.placed_at = (select app.now())));
create policy with_order on order_steps as restrictive for insert to {{u_client}}, {{u_ambassador}}, {{u_operator}}
  with check (state = 'to_do' and exists (select from orders o where o.id = order_steps.order_id and o.submitted_at = (select app.now())));
-- A comment says whose side speaks.
create policy own_side on order_comments as restrictive for insert to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}
  with check (author_universe = case current_user
    when '{{u_operator}}' then 'operator' when '{{u_ambassador}}' then 'ambassador' else 'client' end);

-- Moves that customers make; every other one is the carrier's or the worker's.
create function app.keep_to_own_moves() returns trigger language plpgsql as $$
declare
  allowed boolean;
begin
  if current_user not in ('{{u_client}}', '{{u_end_client}}', '{{u_ambassador}}', '{{u_operator}}') then return new; end if;
  allowed := case tg_table_name
    when 'subscriptions' then (old.state, new.state) in (('creating', 'abandoned'), ('active', 'termination_requested'), ('termination_requested', 'active'))
    when 'terminations' then (old.state, new.state) = ('pending', 'withdrawn')
    else false
  end;
  if tg_table_name = 'orders' then
    -- Validated by who pays; cancelled until delivery starts, a termination until its day.
    allowed := case new.state
      when 'submitted' then old.state = 'awaiting_client' and app.company_id() = old.payer_id and current_user <> '{{u_ambassador}}'
      when 'cancelled_by_client' then old.state in ('awaiting_client', 'submitted') or (old.kind = 'termination' and old.state = 'in_delivery')
      else false
    end;
  end if;
  if not allowed then raise exception 'not a move of customers' using errcode = '42501'; end if;
  return new;
end $$;
create trigger keep_to_own_moves before update of state on subscriptions for each row when (old.state is distinct from new.state)
  execute function app.keep_to_own_moves();
create trigger keep_to_own_moves before update of state on orders for each row when (old.state is distinct from new.state)
  execute function app.keep_to_own_moves();
create trigger keep_to_own_moves before update of state on terminations for each row when (old.state is distinct from new.state)
  execute function app.keep_to_own_moves();

-- References within one company -----------------------------------------------------------------------------------------------------------------

create function app.check_sites() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (select from unnest(new.site_ids) named (id) where not exists (select from sites s where s.id = named.id and s.company_id = new.company_id)) then
    raise exception 'a site of another company' using errcode = '23503';
  end if;
  return new;
end $$;
-- After the triggers that say which company it is: they are in alphabetical order.
create trigger with_own_sites before insert or update of site_ids on subscriptions for each row execute function app.check_sites();
create trigger with_own_sites before insert or update of site_ids on orders for each row execute function app.check_sites();

alter table orders drop constraint orders_onsite_contact_id_fkey,
  add constraint orders_onsite_contact_id_fkey foreign key (onsite_contact_id, company_id) references contacts (id, company_id);
alter table basket_lines drop constraint basket_lines_onsite_contact_id_fkey,
  add constraint basket_lines_onsite_contact_id_fkey foreign key (onsite_contact_id, company_id) references contacts (id, company_id);
create unique index baskets_in_company on baskets (id, company_id);
alter table basket_lines drop constraint basket_lines_basket_id_fkey,
  add constraint basket_lines_basket_id_fkey foreign key (basket_id, company_id) references baskets (id, company_id) on delete cascade;
alter table order_batches drop constraint order_batches_basket_id_fkey,
  add constraint order_batches_basket_id_fkey foreign key (basket_id, company_id) references baskets (id, company_id);
alter table purchase_requests drop constraint purchase_requests_basket_id_fkey,
  add constraint purchase_requests_basket_id_fkey foreign key (basket_id, company_id) references baskets (id, company_id);

-- Baskets and purchase requests -------------------------------------------------------------------------------------------------------------------

-- An operator reads what its client asks; the basket stays its author's to write.
do $$
declare verb text;
begin
  foreach verb in array array['insert', 'update', 'delete'] loop
    execute format('create policy author_%s on baskets as restrictive for %s to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}} %s',
      verb, verb, case verb when 'insert' then 'with check' else 'using' end || ' (user_id = (select app.user_id()))');
    execute format('create policy author_%s on basket_lines as restrictive for %s to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}} %s',
      verb, verb, case verb when 'insert' then 'with check' else 'using' end
        || ' (exists (select from baskets b where b.id = basket_lines.basket_id and b.user_id = (select app.user_id())))');
  end loop;
end $$;
revoke update on baskets, basket_lines from {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}};
grant update (state, updated_at, version) on baskets to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}};
grant update (position, offer_version_id, site_ids, values, commitment_months, wished_on, onsite_contact_id, seen, version)
  on basket_lines to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}};

-- Asked by an operator's client, answered by the operator.
revoke insert, update on purchase_requests from {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}};
grant insert (id, basket_id, company_id, message, requested_at, requested_by_name) on purchase_requests to {{u_end_client}};
grant update (state, answer, answered_at, version) on purchase_requests to {{u_operator}};
create policy own_basket on purchase_requests as restrictive for insert to {{u_end_client}}
  with check (exists (select from baskets b where b.id = purchase_requests.basket_id and b.user_id = (select app.user_id())));

-- An operator's prices name its own clients: row security shows it no other.
create policy own_clients on resale_prices as restrictive to {{u_operator}}
  using (true) with check (company_id is null or exists (select from companies c where c.id = resale_prices.company_id and c.id <> (select app.company_id())));

-- History ---------------------------------------------------------------------------------------------------------------------------------------

-- Accountcodes are the partner's own, in the history too.
create policy no_accountcodes on activity as restrictive for select to {{u_client}}, {{u_end_client}} using (object_kind <> 'accountcode');

-- Functions that see more than their caller -------------------------------------------------------------------------------------------------------

-- Of a company that the caller sees; its operator's state is not told to the client itself.
create or replace function app.ordering_block(p_company uuid) returns text language sql stable security definer set search_path = pg_catalog, public as $$
  select case
    when c.state <> 'active' then 'company_inactive'
    when c.financial_state = 'blocked' then 'company_blocked'
    when (o.financial_state = 'blocked' or o.state <> 'active') and current_setting('role') <> '{{u_end_client}}' then 'payer_blocked'
  end
  from companies c left join companies o on o.id = nullif(c.operator_id, c.id)
  where c.id = p_company
    and (current_setting('role') = '{{u_carrier}}' or session_user = '{{worker}}'
      or nullif(current_setting('app.company_id', true), '')::uuid in (c.id, c.ambassador_id, c.operator_id))
$$;

-- A version is frozen by an order that takes it, whoever of the customers says so.
create or replace function app.freeze_offer_version(p_version uuid, p_at timestamptz) returns void language sql security definer set search_path = pg_catalog, public as $$
  update offer_versions set first_ordered_at = p_at
  where id = p_version and first_ordered_at is null and state = 'published'
    and (session_user <> '{{customers}}' or exists (select from orders o where o.offer_version_id = p_version))
$$;

-- Changes of partner --------------------------------------------------------------------------------------------------------------------------------

-- A paper with amounts is for who paid then: the partner that comes, and the client that now pays itself, do not read what another paid.
create policy paid on commerce_documents as restrictive to {{u_client}}, {{u_operator}} using (not shows_amounts or payer_id = (select app.company_id()));
create policy paid_by_client on commerce_documents as restrictive to {{u_ambassador}} using (not shows_amounts or payer_id = company_id);

-- As before, but what is over keeps who paid it: only living contracts, running orders and pending terminations are charged to another. An
-- ambassador that comes reads what its client paid itself.
create or replace function app.assign_partner(p_company uuid, p_ambassador uuid, p_operator uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
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
end $$;
create or replace function app.amendments_follow_partner() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update order_amendments set ambassador_id = new.ambassador_id, operator_id = new.operator_id where order_id = new.id;
  update order_amendment_amounts set payer_id = new.payer_id, ambassador_id = case when new.payer_id = company_id then new.ambassador_id end
    where order_id = new.id;
  return null;
end $$;
