-- The list shows the pilot of a contract's last order. A customer who places one may not write the pilot's name: the database takes it from the order,
-- « Aucun » until somebody takes it over. Whoever delivered before stands among the actors of the contract, from its orders.
create function app.write_last_pilot() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
begin
  if new.last_order_id is distinct from old.last_order_id then
    new.pilot_name := (select o.pilot_name from orders o where o.id = new.last_order_id);
    new.pilot_key := app.fold(new.pilot_name);
  end if;
  return new;
end $$;
create trigger write_last_pilot before update of last_order_id on subscriptions for each row execute function app.write_last_pilot();

update subscriptions s set pilot_name = o.pilot_name from orders o where o.id = s.last_order_id and s.pilot_name is distinct from o.pilot_name;
