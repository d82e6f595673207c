-- How people sign in: no customer's role has any grant on it.
do $$
declare t text;
begin
  foreach t in array array['credentials', 'sessions', 'factors', 'backup_codes', 'challenges', 'password_links', 'terms_acceptances', 'sign_in_failures',
    'known_places'] loop
    perform app.keep_for(t, 'identity', '{{identity}}, {{worker}}');
  end loop;
end $$;
grant select on terms_versions to {{u_all}}, {{identity}}, {{worker}};
grant insert, update, delete on terms_versions to {{worker}};

create function app.end_sessions_of_suspended() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
-- A suspension ends the person's sessions at once, and those that look at the portal as them. A notification is short: told without ids, it reaches
-- every stream of the suspended person.
begin
  update sessions set revoked_at = app.now() where revoked_at is null and (user_id = new.id or view_as_user_id = new.id);
  update password_links set used_at = app.now() where user_id = new.id and used_at is null;
  perform pg_notify('portal_events', json_build_object('topic', 'session.revoked', 'audience', json_build_object('userId', new.id), 'ids', '[]'::json)::text);
  return null;
end $$;
create trigger end_sessions after update of state on users for each row
  when (old.state <> 'suspended' and new.state = 'suspended') execute function app.end_sessions_of_suspended();

create function app.end_links_of_former_address() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
-- Links that set a password were mailed to the former address: they die with it, whoever corrects it.
begin
  update password_links l set used_at = app.now() from users u where u.contact_id = new.id and l.user_id = u.id and l.used_at is null;
  return null;
end $$;
create trigger end_links after update of email on contacts for each row when (old.email is distinct from new.email)
  execute function app.end_links_of_former_address();

create function app.demand_second_factor() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
-- A second factor is required from the moment the company says so, also of those who are signed in without one.
begin
  update sessions s set stage = 'enrol_second_factor', step_up_until = null from users u
    where u.company_id = new.id and s.user_id = u.id and s.revoked_at is null and s.stage in ('complete', 'accept_terms')
      and not exists (select from factors f where f.user_id = u.id and f.confirmed_at is not null);
  perform pg_notify('portal_events', json_build_object('topic', 'session', 'audience', json_build_object('companyId', new.id), 'ids', '[]'::json)::text);
  return null;
end $$;
create trigger demand_second_factor after update of second_factor_required on companies for each row
  when (new.second_factor_required and not old.second_factor_required) execute function app.demand_second_factor();

create function app.start_view_as(p_session uuid, p_user uuid, p_reason text) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, app as $$
-- « Voir comme »: makes the caller's own session look as somebody else. The carrier's role has no grant on sessions: this is the only door, and only
-- towards customers.
begin
  if length(btrim(p_reason)) < 10 then raise exception 'reason' using errcode = 'MY403'; end if;
  perform from users u join companies c on c.id = u.company_id
    where u.id = p_user and u.state = 'active' and c.state <> 'closed' and not ('carrier' = any (c.universes));
  if not found then return false; end if;
  -- The confirmation of identity was the carrier's: it must open none of the customer's secrets.
  update sessions set view_as_user_id = p_user, view_as_reason = p_reason, step_up_until = null
    where id = p_session and user_id = app.user_id() and view_as_user_id is null and revoked_at is null;
  return found;
end $$;
grant execute on function app.start_view_as to {{u_carrier}};
