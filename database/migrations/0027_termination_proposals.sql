-- An ambassador's request to end a contract waits for its client, like its orders. Renewals of small companies are told once.

drop policy waits on orders;
create policy waits on orders as restrictive for insert to {{u_ambassador}} with check (state = 'awaiting_client');
revoke insert on terminations, termination_amounts from {{u_ambassador}};

-- Items come with their order; those of a termination that waited come when it is validated, computed that day.
drop policy with_order on order_items;
create policy with_order on order_items as restrictive for insert to {{u_client}}, {{u_ambassador}}, {{u_operator}}
  with check (exists (select from orders o where o.id = order_items.order_id
    and (o.placed_at = (select app.now()) or (o.kind = 'termination' and o.submitted_at = (select app.now())))));

-- The order of a termination is planned on the day that the termination says: nobody else writes it there.
create function app.plan_termination() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update orders set planned_on = new.effective_on where id = new.order_id and kind = 'termination' and planned_on is distinct from new.effective_on;
  return null;
end $$;
create trigger plan_termination after insert on terminations for each row execute function app.plan_termination();

-- Last day of the commitment whose coming renewal was told (code de la consommation, L224-40).
alter table subscriptions add column renewal_told_for date;
create index on commitments (ends_on);
