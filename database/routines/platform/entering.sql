-- Each request enters with app.enter(), which authenticates, checks the right, publishes the tenant and takes the role of the universe.

create function app.authenticate(
  p_token bytea, p_universe text, p_templates text[], p_at timestamptz,
  out db_role text, out scope jsonb, out company uuid, out person uuid, out everywhere boolean, out sites uuid[], out read_only boolean)
language plpgsql security definer set search_path = pg_catalog, public, app as $$
-- Reads the session and checks the right. Errors carry codes that the server translates: MY401 no session, MYSTG stage, MY403 right.
declare
  s record;
  granted jsonb;
  t text;
begin
  select se.id, se.stage, se.step_up_until, se.view_as_user_id, se.view_as_reason, u.id as user_id, u.login, u.display_name, u.language, u.is_administrator,
      c.id as company_id, c.reference, c.name, c.universes, c.operator_id, er.grants, se.user_id as real_user_id
    into s
    from sessions se
    join users u on u.id = coalesce(se.view_as_user_id, se.user_id)
    join companies c on c.id = u.company_id
    left join effective_rights er on er.user_id = u.id and er.universe = p_universe
    where se.token_hash = p_token and se.revoked_at is null and se.expires_at > p_at and se.last_seen_at > p_at - interval '12 hours'
      and u.state = 'active' and c.state <> 'closed';
  if not found then raise exception 'no session' using errcode = 'MY401'; end if;
  if s.stage <> 'complete' then raise exception '%', s.stage using errcode = 'MYSTG'; end if;
  -- « Voir comme » lasts no longer than the right to it.
  if s.view_as_user_id is not null and not exists (
    select from users staff join companies house on house.id = staff.company_id join effective_rights held on held.user_id = staff.id
    where staff.id = s.real_user_id and staff.state = 'active' and house.state <> 'closed' and held.universe = 'carrier'
      and held.grants ?| array['carrier.administer', 'carrier.support'])
  then raise exception 'right' using errcode = 'MY403'; end if;
  if not (p_universe = any (s.universes)) then raise exception 'universe' using errcode = 'MY403'; end if;
  granted := coalesce(s.grants, '{}');
  everywhere := false;
  sites := '{}';
  if p_templates is null then
    everywhere := true;
  else
    foreach t in array p_templates loop
      if granted ->> t = 'all' then
        everywhere := true;
      elsif granted ? t then
        sites := sites || array(select jsonb_array_elements_text(granted -> t)::uuid);
      end if;
    end loop;
    if not everywhere and cardinality(sites) = 0 then raise exception 'right' using errcode = 'MY403'; end if;
  end if;
  read_only := s.view_as_user_id is not null;
  company := s.company_id;
  person := s.user_id;
  db_role := case p_universe
    when 'carrier' then '{{u_carrier}}'
    when 'ambassador' then '{{u_ambassador}}'
    when 'operator' then '{{u_operator}}'
    else case when s.operator_id is not null and s.operator_id <> s.company_id then '{{u_end_client}}' else '{{u_client}}' end
  end;
  scope := jsonb_build_object('sessionId', s.id, 'userId', s.user_id, 'realUserId', s.real_user_id, 'login', s.login, 'actorName', s.display_name, 'language', s.language,
    'companyId', s.company_id, 'companyReference', s.reference, 'companyName', s.name, 'isAdministrator', s.is_administrator,
    'grants', granted, 'stepUpUntil', s.step_up_until, 'readOnly', read_only);
end $$;

create function app.enter(p_token bytea, p_universe text, p_templates text[], p_at timestamptz) returns jsonb language plpgsql as $$
-- Takes the role: an invoker function, since PostgreSQL refuses `set role` inside a security definer. Returns what the request knows of its caller.
declare a record;
begin
  select * into a from app.authenticate(p_token, p_universe, p_templates, p_at);
  perform set_config('app.now', p_at::text, true), set_config('app.company_id', a.company::text, true), set_config('app.user_id', a.person::text, true),
    set_config('app.all_sites', a.everywhere::text, true), set_config('app.site_ids', a.sites::text, true),
    set_config('role', a.db_role, true);
  if a.read_only then perform set_config('transaction_read_only', 'on', true); end if;
  return a.scope || jsonb_build_object('dbRole', a.db_role, 'allSites', a.everywhere, 'siteIds', to_jsonb(a.sites));
end $$;

grant execute on function app.authenticate, app.enter to {{customers}}, {{staff}};

alter table idempotency_keys enable row level security;
create policy own on idempotency_keys to {{u_all}} using (user_id = (select app.user_id()));
create policy technique on idempotency_keys to {{worker}}, {{identity}} using (true);
grant select, insert, update, delete on idempotency_keys to {{u_all}}, {{identity}}, {{worker}};
