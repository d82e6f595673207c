create trigger stamp before insert on commitments for each row execute function app.stamp(
  'select company_id, ambassador_id, operator_id, site_ids from subscriptions where id = ($1).subscription_id');
select app.protect_sites('commitments');
grant select on commitments to {{u_all}}, {{worker}};
grant insert, update on commitments to {{u_carrier}}, {{worker}};

-- Amounts are written once, with what they price; only the carrier changes them.
create trigger stamp before insert on subscription_prices for each row execute function app.stamp(
  'select company_id, ambassador_id, payer_id from subscriptions where id = ($1).subscription_id');
select app.protect_amounts('subscription_prices');
grant insert on subscription_prices to {{u_client}}, {{u_ambassador}}, {{u_operator}};

create trigger stamp before insert on commitment_amounts for each row execute function app.stamp(
  'select s.company_id, s.ambassador_id, s.payer_id from commitments c join subscriptions s on s.id = c.subscription_id where c.id = ($1).commitment_id');
select app.protect_amounts('commitment_amounts');
