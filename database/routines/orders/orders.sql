-- Customers order, validate, cancel, comment and terminate; delivering is the carrier's.

create trigger stamp before insert on order_batches for each row execute function app.stamp(
  'select nullif(c.ambassador_id, c.id) as ambassador_id, nullif(c.operator_id, c.id) as operator_id, coalesce(nullif(c.operator_id, c.id), c.id) as payer_id
  from companies c where c.id = ($1).company_id');
select app.protect('order_batches');
create policy own_name on order_batches as restrictive for insert to {{u_client}}, {{u_ambassador}}, {{u_operator}}
  with check (placed_by_user_id = (select app.user_id()));
grant select on order_batches to {{u_all}}, {{worker}};
grant insert on order_batches to {{u_client}}, {{u_ambassador}}, {{u_operator}};
grant update (terms_version, terms_accepted_at, terms_accepted_by, terms_accepted_ip) on order_batches to {{u_client}}, {{u_operator}};
grant insert, update on order_batches to {{u_carrier}}, {{worker}};

create trigger stamp before insert on orders for each row execute function app.stamp(
  'select company_id, ambassador_id, operator_id, payer_id, company_name from subscriptions where id = ($1).subscription_id');
create trigger with_own_sites before insert or update of site_ids on orders for each row execute function app.check_sites();
select app.protect_sites('orders');
create policy begun on orders as restrictive for insert to {{u_client}}, {{u_ambassador}}, {{u_operator}}
  with check (state in ('awaiting_client', 'submitted') and placed_by_user_id = (select app.user_id()) and pilot_user_id is null and pilot_name is null
    and delivered_on is null and closed_at is null and (kind = 'termination' or planned_on is null));
-- What an ambassador orders waits for its client, and so does its request to end a contract.
create policy waits on orders as restrictive for insert to {{u_ambassador}} with check (state = 'awaiting_client');
-- Nobody consents to what still waits for somebody else.
create policy consents_with_order on orders as restrictive for insert to {{u_client}}, {{u_ambassador}}, {{u_operator}}
  with check (not long_commitment_waiver or state = 'submitted');
grant select on orders to {{u_all}}, {{worker}};
grant insert on orders to {{u_client}}, {{u_ambassador}}, {{u_operator}};
grant update (state, submitted_at, closed_at, closing_reason, version) on orders to {{u_client}}, {{u_ambassador}}, {{u_operator}};
grant update (long_commitment_waiver) on orders to {{u_client}}, {{u_operator}};
grant insert, update on orders to {{u_carrier}}, {{worker}};
grant usage on sequence order_number_seq to {{u_all}}, {{worker}};

create function app.keep_consent() returns trigger language plpgsql as $$
begin
  if current_user in ('{{u_client}}', '{{u_ambassador}}', '{{u_operator}}')
    and not (new.long_commitment_waiver and old.state = 'awaiting_client' and new.state = 'submitted') then
    raise exception 'consent is given with the validation' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_consent before update of long_commitment_waiver on orders for each row
  when (old.long_commitment_waiver is distinct from new.long_commitment_waiver) execute function app.keep_consent();

create trigger keep_to_lifecycle before update of state on orders for each row when (old.state is distinct from new.state)
  execute function app.keep_to_lifecycle();
create function app.keep_to_payer() returns trigger language plpgsql as $$
-- Among customers, who pays validates.
begin
  if current_user in ('{{u_client}}', '{{u_end_client}}', '{{u_ambassador}}', '{{u_operator}}')
    and (current_user = '{{u_ambassador}}' or app.company_id() <> old.payer_id) then
    raise exception 'validated by who pays' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_to_payer before update of state on orders for each row when (old.state = 'awaiting_client' and new.state = 'submitted')
  execute function app.keep_to_payer();
