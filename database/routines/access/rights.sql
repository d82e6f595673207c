create view app.held_rights as
  select user_id, company_id, universe, jsonb_object_agg(template, case when everywhere then '"all"'::jsonb else sites end) as grants
  from (
    select held.user_id, held.company_id, held.universe, held.template, bool_or(held.everywhere) as everywhere,
      coalesce(jsonb_agg(distinct rs.site_id) filter (where rs.site_id is not null), '[]') as sites
    from (
      select ur.user_id, r.company_id, tu.universe, contained.template, r.all_sites or r.kind <> 'custom' as everywhere, r.id as right_id
      from user_rights ur
      join rights r on r.id = ur.right_id
      join companies c on c.id = r.company_id
      join template_universes tu on tu.universe = any (c.universes)
        and case r.kind
          when 'administrator' then true
          when 'universe' then tu.universe = r.universe and tu.in_main
          else tu.universe = r.universe and tu.template = any (r.templates)
        end
      cross join lateral (
        select tu.template union all select i.implied from template_implications i where i.template = tu.template
      ) contained
    ) held
    left join right_sites rs on rs.right_id = held.right_id and not held.everywhere
    group by held.user_id, held.company_id, held.universe, held.template
  ) summed
  group by user_id, company_id, universe;
comment on view app.held_rights is
  'What each user holds, added up per universe: template → "all" or a list of sites. Templates contained in others are held with them.';

create function app.refresh_effective_rights(p_user uuid) returns void language plpgsql security definer set search_path = pg_catalog, public, app as $$
begin
  delete from effective_rights where user_id = p_user;
  insert into effective_rights (user_id, universe, company_id, grants)
    select user_id, universe, company_id, grants from held_rights where user_id = p_user;
  update users set is_administrator = exists (
    select from user_rights ur join rights r on r.id = ur.right_id where ur.user_id = p_user and r.kind = 'administrator'
  ) where id = p_user;
end $$;

create function app.rebuild_effective_rights() returns void language sql security definer set search_path = pg_catalog, public, app as $$
-- For everybody, after rows were loaded with the triggers off.
  truncate effective_rights;
  insert into effective_rights (user_id, universe, company_id, grants) select user_id, universe, company_id, grants from held_rights;
  update users u set is_administrator = true from user_rights ur join rights r on r.id = ur.right_id
    where ur.user_id = u.id and r.kind = 'administrator' and not u.is_administrator;
$$;

create function app.refresh_rights_of() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
-- The trigger's argument is the query of the users who are concerned; $1 is the row.
declare person uuid;
begin
  for person in execute tg_argv[0] using coalesce(new, old) loop
    perform app.refresh_effective_rights(person);
  end loop;
  return null;
end $$;
create trigger refresh_effective_rights after insert or delete on user_rights for each row
  execute function app.refresh_rights_of('select ($1).user_id');
create trigger refresh_effective_rights after update on rights for each row
  execute function app.refresh_rights_of('select user_id from user_rights where right_id = ($1).id');
create trigger refresh_effective_rights after insert or delete on right_sites for each row
  execute function app.refresh_rights_of('select user_id from user_rights where right_id = ($1).right_id');
create trigger refresh_effective_rights after update of universes on companies for each row
  execute function app.refresh_rights_of('select id from users where company_id = ($1).id');

do $$
declare t text;
begin
  foreach t in array array['rights', 'right_sites', 'user_rights'] loop
    execute format('create trigger stamp_partner before insert on %I for each row execute function app.stamp_partner()', t);
    execute format('select app.protect(%L)', t);
    execute format('grant select on %I to {{u_all}}, {{identity}}, {{worker}}', t);
    execute format('grant insert, delete on %I to {{u_all}}, {{worker}}', t);
    execute format('grant update (ambassador_id, operator_id) on %I to {{worker}}', t);
  end loop;
end $$;
grant update (name, templates, all_sites, version) on rights to {{u_all}}, {{worker}};
-- Under a right limited to sites, only the rights that stay within those sites exist.
create policy sites on rights as restrictive to {{u_client}}, {{u_end_client}} using (
  (select app.all_sites())
  or (not all_sites and not exists (
    select from right_sites rs where rs.right_id = rights.id and rs.site_id <> all ((select app.site_ids())::uuid[]))));

alter table effective_rights enable row level security;
create policy client on effective_rights to {{u_client}}, {{u_end_client}} using (company_id = (select app.company_id()));
create policy partner on effective_rights to {{u_ambassador}}, {{u_operator}}
  using (exists (select from users u where u.id = effective_rights.user_id));
create policy staff on effective_rights to {{u_carrier}}, {{identity}}, {{worker}} using (true);
grant select on effective_rights to {{u_all}}, {{identity}}, {{worker}};

grant select on template_universes, template_implications to {{u_all}}, {{identity}}, {{worker}};
grant insert, update, delete on template_universes, template_implications to {{worker}};
