do $$
declare t text;
begin
  foreach t in array array['offer_families', 'offers', 'offer_sheets', 'offer_delivery_times', 'offer_versions', 'offer_prices', 'resale_prices'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy staff on %I to {{u_carrier}}, {{worker}}, {{identity}} using (true)', t);
    execute format('grant select, insert, update, delete on %I to {{u_carrier}}, {{worker}}', t);
  end loop;
end $$;
create policy readers on offer_families for select to {{u_customers}} using (true);
create policy readers on offer_sheets for select to {{u_customers}} using (true);
create policy readers on offers for select to {{u_customers}} using (state <> 'draft');
create policy readers on offer_versions for select to {{u_customers}} using (state = 'published');
-- How long an offer usually takes is said to everybody who may order it.
create policy readers on offer_delivery_times for select to {{u_customers}} using (true);
grant select on offer_families, offer_sheets, offers, offer_versions, offer_delivery_times to {{u_customers}};

-- An operator's client asks its operator: it reads no price of the carrier.
create policy public_prices on offer_prices for select to {{u_client}}, {{u_ambassador}}, {{u_operator}} using (price_list = 'public');
create policy wholesale_prices on offer_prices for select to {{u_operator}} using (price_list = 'wholesale');
grant select on offer_prices to {{u_client}}, {{u_ambassador}}, {{u_operator}};

create policy own on resale_prices to {{u_operator}} using (operator_id = (select app.company_id()));
-- An operator's prices name its own clients: row security shows it no other.
create policy own_clients on resale_prices as restrictive to {{u_operator}}
  using (true) with check (company_id is null or exists (select from companies c where c.id = resale_prices.company_id and c.id <> (select app.company_id())));
create policy end_client on resale_prices for select to {{u_end_client}}
  using (operator_id = (select c.operator_id from companies c where c.id = (select app.company_id())) and (company_id is null or company_id = (select app.company_id())));
grant select, insert, update, delete on resale_prices to {{u_operator}};
grant select on resale_prices to {{u_end_client}};

-- What was ordered never changes -------------------------------------------------------------------------------------------------------

create function app.freeze_offer_version(p_version uuid, p_at timestamptz) returns void language sql security definer set search_path = pg_catalog, public as $$
-- A version is frozen by an order that takes it, whoever of the customers says so.
  update offer_versions set first_ordered_at = p_at
  where id = p_version and first_ordered_at is null and state = 'published'
    and (session_user <> '{{customers}}' or exists (select from orders o where o.offer_version_id = p_version))
$$;
grant execute on function app.freeze_offer_version to {{u_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{worker}};

create function app.keep_ordered_version() returns trigger language plpgsql as $$
begin
  if old.first_ordered_at is not null and (new.definition, new.valid_from, new.offer_id, new.number, new.state)
    is distinct from (old.definition, old.valid_from, old.offer_id, old.number, old.state) then
    raise exception 'an ordered version never changes' using errcode = 'MY409';
  end if;
  return new;
end $$;
create trigger keep_ordered_version before update on offer_versions for each row execute function app.keep_ordered_version();

create function app.keep_ordered_prices() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (select from offer_versions v where v.id = coalesce(old.version_id, new.version_id) and v.first_ordered_at is not null) then
    raise exception 'an ordered version never changes' using errcode = 'MY409';
  end if;
  return coalesce(new, old);
end $$;
create trigger keep_ordered_prices before insert or update or delete on offer_prices for each row execute function app.keep_ordered_prices();
