-- Who sells and follows a contract, as its client reads it: the partner, or the carrier. A client reads no other company's row.
create function app.seller_of(p_subscription uuid, out kind text, out name text, out phone text, out email text) language sql stable security definer
  set search_path = pg_catalog, public as $$
  select case when p.id is null then 'sales' else 'partner' end, coalesce(p.name, k.name), coalesce(p.phone, k.phone), coalesce(p.email_sales, k.email_sales)
  from subscriptions s left join companies p on p.id = coalesce(s.operator_id, s.ambassador_id)
    left join lateral (select c.name, c.phone, c.email_sales from companies c where c.universes @> array['carrier'] order by c.number limit 1) k on p.id is null
  where s.id = p_subscription
    and ((select app.company_id()) in (s.company_id, s.ambassador_id, s.operator_id) or current_setting('role') = '{{u_carrier}}')
$$;
revoke all on function app.seller_of(uuid) from public;
grant execute on function app.seller_of(uuid) to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}};

-- A tenant's whole list read from one index, whatever is filtered and sorted: no page of a partner's list reads the table for what it does not show.
drop index subscriptions_company_id_number_idx, subscriptions_ambassador_id_number_idx, subscriptions_operator_id_number_idx;
create index on subscriptions (company_id, number) include
  (name_key, company_key, city_key, pilot_key, type_key, last_order_key, delivered_key, payer_number, state_rank, state, family, site_ids);
create index on subscriptions (ambassador_id, number) include
  (name_key, company_key, city_key, pilot_key, type_key, last_order_key, delivered_key, payer_number, state_rank, state, family) where ambassador_id is not null;
create index on subscriptions (operator_id, number) include
  (name_key, company_key, city_key, pilot_key, type_key, last_order_key, delivered_key, payer_number, state_rank, state, family) where operator_id is not null;
