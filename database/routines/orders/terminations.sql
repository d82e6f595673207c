create trigger stamp before insert on terminations for each row execute function app.stamp(
  'select company_id, ambassador_id, operator_id, site_ids from subscriptions where id = ($1).subscription_id');
select app.protect_sites('terminations');
create policy begun on terminations as restrictive for insert to {{u_client}}, {{u_ambassador}}, {{u_operator}}
  with check (state = 'pending' and origin = 'portal');
grant select on terminations to {{u_all}}, {{worker}};
-- An ambassador's request to end a contract waits for its client, like its orders.
grant insert on terminations to {{u_client}}, {{u_operator}};
grant update (state, withdrawn_at, withdrawn_by_name, closed_at, version) on terminations to {{u_client}}, {{u_ambassador}}, {{u_operator}};
grant insert, update on terminations to {{u_carrier}}, {{worker}};
create trigger keep_to_lifecycle before update of state on terminations for each row when (old.state is distinct from new.state)
  execute function app.keep_to_lifecycle();

create trigger stamp before insert on termination_amounts for each row execute function app.stamp(
  'select o.company_id, o.ambassador_id, o.payer_id from terminations t join orders o on o.id = t.order_id where t.id = ($1).termination_id');
select app.protect_amounts('termination_amounts');
grant insert on termination_amounts to {{u_client}}, {{u_operator}};

create function app.plan_termination() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
-- The order of a termination is planned on the day that the termination says: nobody else writes it there.
begin
  update orders set planned_on = new.effective_on where id = new.order_id and kind = 'termination' and planned_on is distinct from new.effective_on;
  return null;
end $$;
create trigger plan_termination after insert on terminations for each row execute function app.plan_termination();
