-- Lists of contracted offers and of accountcodes at a million contracts: what is sorted and compared stands in columns of its own, folded and never null.

alter table subscriptions
  add column name_key text collate "C" not null default '',
  add column company_key text collate "C" not null default '',
  add column city_key text collate "C" not null default '',
  -- '': « Aucun ».
  add column pilot_key text collate "C" not null default '',
  -- '': « Aucune ».
  add column type_key text collate "C" not null generated always as (coalesce(last_order_kind, 'creation')) stored,
  add column last_order_key bigint not null generated always as (coalesce(last_order_number, 0)) stored,
  -- « Pas encore livrée » comes after every date.
  add column delivered_key date not null generated always as (coalesce(delivered_on, 'infinity'::date)) stored,
  -- References of companies are numbers of any width.
  add column payer_number bigint not null generated always as (substring(payer_reference from 5)::bigint) stored,
  -- `displayed_state` in the order of an order's life.
  add column state_rank smallint not null generated always as (case when state = 'terminated' then 8 else
    case coalesce(last_order_state, 'delivered') when 'awaiting_client' then 1 when 'submitted' then 2 when 'in_delivery' then 3 when 'delivered' then 4
      when 'cancelled_by_client' then 5 when 'cancelled' then 6 else 7 end end) stored;

create function app.write_contract_keys() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
begin
  new.name_key := app.fold(new.name);
  new.company_key := app.fold(new.company_name);
  new.city_key := app.fold(new.city);
  new.pilot_key := app.fold(new.pilot_name);
  return new;
end $$;
-- After the triggers that copy the names: they are in alphabetical order.
create trigger write_keys before insert or update of name, company_name, city, pilot_name on subscriptions
  for each row execute function app.write_contract_keys();
update subscriptions set name = name;

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
drop index subscriptions_family_idx;
create index on subscriptions (family, number);
-- A partner's: what it filters and sorts by.
create index on subscriptions (ambassador_id, state_rank, number) where ambassador_id is not null;
create index on subscriptions (ambassador_id, company_key, number) where ambassador_id is not null;
create index on subscriptions (ambassador_id, delivered_key, number) where ambassador_id is not null;
create index on subscriptions (operator_id, state_rank, number) where operator_id is not null;
create index on subscriptions (operator_id, company_key, number) where operator_id is not null;
create index on subscriptions (operator_id, delivered_key, number) where operator_id is not null;

alter table accountcodes
  add column label_key text collate "C" not null default '',
  add column partner_code_key text collate "C" not null default '';
create function app.write_accountcode_keys() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
begin
  new.label_key := app.fold(new.label);
  new.partner_code_key := app.fold(new.partner_code);
  return new;
end $$;
create trigger write_keys before insert or update of label, partner_code on accountcodes for each row execute function app.write_accountcode_keys();
update accountcodes set label = label;
create index on accountcodes (label_key, number);
create index on accountcodes (partner_code_key, number);
create index on accountcodes (ambassador_id, label_key, number) where ambassador_id is not null;
create index on accountcodes (operator_id, label_key, number) where operator_id is not null;
create index on accountcodes (ambassador_id, partner_code_key, number) where ambassador_id is not null;
create index on accountcodes (operator_id, partner_code_key, number) where operator_id is not null;

-- The history of one object: who changed an accountcode.
create index on activity (object_reference, at desc) where object_kind = 'accountcode';
-- The contracts that name another one in their form, under the carrier's and the customers' roles alike.
create index on subscriptions (company_id) where state in ('active', 'termination_requested');
