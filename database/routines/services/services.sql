-- A service stands on one site of its contract.
create trigger stamp before insert on services for each row execute function app.stamp(
  'select company_id, ambassador_id, operator_id from subscriptions where id = ($1).subscription_id');
select app.protect('services', 'site_id');
grant select on services to {{u_all}}, {{worker}};
grant insert, update on services to {{u_carrier}}, {{worker}};
grant usage on sequence service_number_seq to {{u_all}}, {{worker}};
