alter table partner_changes enable row level security;
create policy carrier on partner_changes to {{u_carrier}}, {{worker}} using (true);
grant select, insert, update on partner_changes to {{u_carrier}}, {{worker}};
grant update (ambassador_id, operator_id) on companies, payment_details to {{worker}};

create function app.assign_partner(p_company uuid, p_ambassador uuid, p_operator uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
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
end $$;
grant execute on function app.assign_partner to {{u_carrier}}, {{worker}};
