create trigger stamp before insert on subscriptions for each row execute function app.stamp(
  'select nullif(c.ambassador_id, c.id) as ambassador_id, nullif(c.operator_id, c.id) as operator_id, coalesce(p.id, c.id) as payer_id,
    c.name as company_name, c.reference as company_reference, coalesce(p.reference, c.reference) as payer_reference, s.city
  from companies c join sites s on s.id = ($1).site_id and s.company_id = c.id left join companies p on p.id = nullif(c.operator_id, c.id)
  where c.id = ($1).company_id');
select app.protect_sites('subscriptions');
create policy begun on subscriptions as restrictive for insert to {{u_client}}, {{u_ambassador}}, {{u_operator}}
  with check (state = 'creating' and not taken_over and pilot_name is null and delivered_on is null and activated_on is null and terminated_on is null);
grant select on subscriptions to {{u_all}}, {{worker}};
grant insert on subscriptions to {{u_client}}, {{u_ambassador}}, {{u_operator}};
grant update (state, last_order_id, last_order_number, last_order_reference, last_order_kind, last_order_state, version) on subscriptions
  to {{u_client}}, {{u_ambassador}}, {{u_operator}};
grant insert, update on subscriptions to {{u_carrier}}, {{worker}};
-- A contract taken over keeps its number; those that follow do not meet it.
grant usage on sequence subscription_number_seq to {{u_all}};
grant usage, select, update on sequence subscription_number_seq to {{worker}};
create trigger keep_to_lifecycle before update of state on subscriptions for each row when (old.state is distinct from new.state)
  execute function app.keep_to_lifecycle();

create function app.check_sites() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (select from unnest(new.site_ids) named (id) where not exists (select from sites s where s.id = named.id and s.company_id = new.company_id)) then
    raise exception 'a site of another company' using errcode = '23503';
  end if;
  return new;
end $$;
-- After the trigger that says which company it is: they are in alphabetical order.
create trigger with_own_sites before insert or update of site_ids on subscriptions for each row execute function app.check_sites();

-- What the list shows and sorts by -------------------------------------------------------------------------------------------------------

create function app.write_contract_keys() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
begin
  new.name_key := app.fold(new.name);
  new.company_key := app.fold(new.company_name);
  new.city_key := app.fold(new.city);
  new.pilot_key := app.fold(new.pilot_name);
  return new;
end $$;
create trigger write_keys before insert or update of name, company_name, city, pilot_name on subscriptions
  for each row execute function app.write_contract_keys();

create function app.write_last_pilot() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
-- The list shows the pilot of a contract's last order. A customer who places one may not write the pilot's name: the database takes it from the order,
-- « Aucun » until somebody takes it over. Whoever delivered before stands among the actors of the contract, from its orders.
begin
  if new.last_order_id is distinct from old.last_order_id then
    new.pilot_name := (select o.pilot_name from orders o where o.id = new.last_order_id);
    new.pilot_key := app.fold(new.pilot_name);
  end if;
  return new;
end $$;
create trigger write_last_pilot before update of last_order_id on subscriptions for each row execute function app.write_last_pilot();

create function app.move_contracts() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update subscriptions set city = new.city where site_id = new.id;
  return null;
end $$;
create trigger move_contracts after update of city on sites for each row when (old.city is distinct from new.city) execute function app.move_contracts();

create function app.rename_on_contracts() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update subscriptions set company_name = new.name where company_id = new.id;
  update orders set company_name = new.name where company_id = new.id;
  return null;
end $$;
create trigger rename_on_contracts after update of name on companies for each row when (old.name is distinct from new.name)
  execute function app.rename_on_contracts();

create function app.seller_of(p_subscription uuid, out kind text, out name text, out phone text, out email text) language sql stable security definer
  set search_path = pg_catalog, public as $$
-- Who sells and follows a contract, as its client reads it: the partner, or the carrier. A client reads no other company's row.
  select case when p.id is null then 'sales' else 'partner' end, coalesce(p.name, k.name), coalesce(p.phone, k.phone), coalesce(p.email_sales, k.email_sales)
  from subscriptions s left join companies p on p.id = coalesce(s.operator_id, s.ambassador_id)
    left join lateral (select c.name, c.phone, c.email_sales from companies c where c.universes @> array['carrier'] order by c.number limit 1) k on p.id is null
  where s.id = p_subscription
    and ((select app.company_id()) in (s.company_id, s.ambassador_id, s.operator_id) or current_setting('role') = '{{u_carrier}}')
$$;
grant execute on function app.seller_of to {{u_all}};
