do $$
declare t text;
begin
  foreach t in array array['notification_preferences', 'contact_subscriptions', 'company_notification_addresses'] loop
    execute format('create trigger stamp_partner before insert on %I for each row execute function app.stamp_partner()', t);
    execute format('select app.protect(%L)', t);
    execute format('grant select, insert, update on %I to {{u_all}}, {{identity}}, {{worker}}', t);
  end loop;
end $$;

alter table notification_unsubscriptions enable row level security;
create policy technique on notification_unsubscriptions to {{identity}}, {{worker}} using (true);
grant select, insert, update on notification_unsubscriptions to {{identity}}, {{worker}};

create function app.every_notification_category() returns integer language sql immutable parallel safe as $$
-- The mask of every category that exists.
  select 255
$$;
grant execute on function app.every_notification_category to {{u_all}}, {{identity}}, {{worker}};

create function app.subscribe_administrators(p_user uuid default null) returns void
language sql security definer set search_path = pg_catalog, public, app as $$
-- Whoever becomes an administrator starts subscribed to everything, in every universe of the company but the carrier's, where staff choose.
-- Once: what they then untick stays unticked, whatever happens to their rights. A universe that the company gains is a start of its own.
  with administrators as (
    select u.contact_id, u.company_id, c.ambassador_id, c.operator_id, c.universes, p.administrator_since is null as first
    from users u join companies c on c.id = u.company_id
    left join notification_preferences p on p.contact_id = u.contact_id
    where u.is_administrator and (p_user is null or u.id = p_user)
  ), marked as (
    -- The partners are told here as well as by the trigger, which rests while many rows are loaded.
    insert into notification_preferences (contact_id, company_id, ambassador_id, operator_id, administrator_since)
    select contact_id, company_id, ambassador_id, operator_id, app.now() from administrators where first
    on conflict (contact_id) do update set administrator_since = excluded.administrator_since
  )
  insert into contact_subscriptions as s (contact_id, universe, company_id, ambassador_id, operator_id, interface_mask, email_mask)
  select a.contact_id, universe, a.company_id, a.ambassador_id, a.operator_id, app.every_notification_category(), app.every_notification_category()
  from administrators a, unnest(a.universes) universe
  where universe <> 'carrier'
    and (a.first or not exists (select from contact_subscriptions k where k.contact_id = a.contact_id and k.universe = universe))
  on conflict (contact_id, universe) do update
    set interface_mask = excluded.interface_mask, email_mask = excluded.email_mask
$$;

create function app.subscribe_new_administrator() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
begin
  perform app.subscribe_administrators(new.id);
  return null;
end $$;
create trigger subscribe_administrator after update of is_administrator on users for each row
  when (new.is_administrator and not old.is_administrator) execute function app.subscribe_new_administrator();

create function app.subscribe_administrators_of_company() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
begin
  perform app.subscribe_administrators(id) from users where company_id = new.id and is_administrator;
  return null;
end $$;
create trigger subscribe_administrators after update of universes on companies for each row
  when (new.universes is distinct from old.universes) execute function app.subscribe_administrators_of_company();
