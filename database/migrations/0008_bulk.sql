-- What loading many rows at once needs: the triggers' work done in one go, and which parts of the demonstration are already here.

create table demonstration_parts (
  part text primary key,
  version integer not null,
  seeded_on date not null
);
alter table demonstration_parts enable row level security;
grant select on demonstration_parts to {{worker}};
create policy worker on demonstration_parts to {{worker}} using (true);

create function app.rebuild_effective_rights() returns void language sql security definer set search_path = pg_catalog, public, app as $$
  truncate effective_rights;
  insert into effective_rights (user_id, universe, company_id, grants)
  with held as (
    select ur.user_id, r.company_id, tu.universe, tu.template, r.all_sites or r.kind <> 'custom' as everywhere, r.id as right_id
    from user_rights ur
    join rights r on r.id = ur.right_id
    join companies c on c.id = r.company_id
    join template_universes tu on tu.universe = any (c.universes)
      and case r.kind
        when 'administrator' then true
        when 'universe' then tu.universe = r.universe and tu.in_main
        else tu.universe = r.universe and tu.template = any (r.templates)
      end
  ), closed as (
    select user_id, company_id, universe, template, everywhere, right_id from held
    union
    select h.user_id, h.company_id, h.universe, i.implied, h.everywhere, h.right_id from held h join template_implications i on i.template = h.template
  ), summed as (
    select c.user_id, c.company_id, c.universe, c.template, bool_or(c.everywhere) as everywhere,
      coalesce(jsonb_agg(distinct rs.site_id) filter (where rs.site_id is not null), '[]') as sites
    from closed c left join right_sites rs on rs.right_id = c.right_id and not c.everywhere
    group by 1, 2, 3, 4
  )
  select user_id, universe, company_id, jsonb_object_agg(template, case when everywhere then '"all"'::jsonb else sites end)
  from summed group by user_id, universe, company_id;
  update users u set is_administrator = true from user_rights ur join rights r on r.id = ur.right_id
    where ur.user_id = u.id and r.kind = 'administrator' and not u.is_administrator;
$$;
revoke all on function app.rebuild_effective_rights() from public;
