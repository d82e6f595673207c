-- Brings a database of the 33 migrations before the baseline to it: lists of values that stood in the checks of several tables become domains, which
-- are checked once they are in place, so that tables are not written again. Generated columns that read them are made anew.

create domain universe as text;
create domain language as text;
create domain order_kind as text;
create domain order_state as text;
create domain notice_unit as text;
create domain service_state as text;
create domain step_actor as text;

alter table accountcodes drop constraint accountcodes_state_check, alter state type service_state;
alter table activity alter universe type universe;
alter table baskets drop constraint baskets_universe_check, alter universe type universe;
alter table contact_subscriptions drop constraint contact_subscriptions_universe_check, alter universe type universe;
alter table effective_rights alter universe type universe;
alter table mails drop constraint mails_language_check, alter language type language;
alter table notification_digests alter universe type universe;
alter table notifications alter universe type universe;
alter table order_batches alter placed_universe type universe;
alter table order_comments alter author_universe type universe;
alter table order_steps drop constraint order_steps_actor_check, drop constraint order_steps_blocked_by_check,
  alter actor type step_actor, alter blocked_by type step_actor;
alter table orders drop constraint orders_kind_check, drop constraint orders_state_check,
  alter kind type order_kind, alter state type order_state, alter placed_universe type universe;
alter table rights drop constraint rights_universe_check, alter universe type universe;
alter table saved_views alter universe type universe;
alter table services drop constraint services_state_check, alter state type service_state;
alter table template_universes alter universe type universe;
alter table terminations drop constraint terminations_notice_unit_check, alter notice_unit type notice_unit;
alter table users drop constraint users_language_check, alter language type language, alter last_universe type universe;

alter table subscriptions drop column displayed_state, drop column type_key, drop column state_rank,
  drop constraint subscriptions_last_order_kind_check, drop constraint subscriptions_last_order_state_check, drop constraint subscriptions_notice_unit_check;
alter table subscriptions alter last_order_kind type order_kind, alter last_order_state type order_state, alter notice_unit type notice_unit;
alter table subscriptions
  add column displayed_state text not null generated always as (case when state = 'terminated' then 'terminated' else coalesce(last_order_state, 'delivered') end) stored,
  add column type_key text collate "C" not null generated always as (coalesce(last_order_kind, 'creation')) stored,
  add column state_rank smallint not null generated always as (case when state = 'terminated' then 8 else
    case coalesce(last_order_state, 'delivered') when 'awaiting_client' then 1 when 'submitted' then 2 when 'in_delivery' then 3 when 'delivered' then 4
      when 'cancelled_by_client' then 5 when 'cancelled' then 6 else 7 end end) stored;
create index on subscriptions (type_key, number);
create index on subscriptions (state_rank, number);
create index on subscriptions (ambassador_id, state_rank, number) where ambassador_id is not null;
create index on subscriptions (operator_id, state_rank, number) where operator_id is not null;
create index on subscriptions (company_id, number) include
  (name_key, company_key, city_key, pilot_key, type_key, last_order_key, delivered_key, payer_number, state_rank, state, family, site_ids);
create index on subscriptions (ambassador_id, number) include
  (name_key, company_key, city_key, pilot_key, type_key, last_order_key, delivered_key, payer_number, state_rank, state, family) where ambassador_id is not null;
create index on subscriptions (operator_id, number) include
  (name_key, company_key, city_key, pilot_key, type_key, last_order_key, delivered_key, payer_number, state_rank, state, family) where operator_id is not null;

alter domain universe add check (value in ('client', 'ambassador', 'operator', 'carrier'));
alter domain language add check (value in ('fr', 'en'));
alter domain order_kind add check (value in ('creation', 'addition', 'modification', 'termination'));
alter domain order_state add
  check (value in ('awaiting_client', 'submitted', 'in_delivery', 'delivered', 'cancelled_by_client', 'cancelled', 'impossible'));
alter domain notice_unit add check (value in ('day', 'month'));
alter domain service_state add check (value in ('active', 'closed'));
alter domain step_actor add check (value in ('carrier', 'client', 'partner', 'infrastructure'));
