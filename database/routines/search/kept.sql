alter table kept_objects enable row level security;
create policy own on kept_objects to {{u_all}}
  using (user_id = (select app.user_id())) with check (user_id = (select app.user_id()) and company_id = (select app.company_id()));
create policy technique on kept_objects to {{identity}}, {{worker}} using (true);
grant select, insert, update, delete on kept_objects to {{u_all}}, {{worker}};

create function app.kept_entries(p_universe text)
returns table (kind text, reference text, company_reference text, label text, sublabel text, seen_at timestamptz, favourite boolean)
language plpgsql stable security definer set search_path = pg_catalog, public, app as $$
-- What the caller opened or marked, of what the search's entries tell of: read again within its tenant and the sites of its right, so that what was
-- lost from sight is gone from here.
declare
  tenant_column text := app.search_tenant();
begin
  return query execute format($q$
    select e.kind, e.reference, e.company_reference, e.label, e.sublabel, k.seen_at, k.favoured_at is not null
    from kept_objects k join search_entries e on e.reference = k.reference and e.kind = k.kind
    where k.user_id = $1 and k.universe = $2 %s and ($4 or e.site_id = any ($5))
    order by greatest(k.seen_at, k.favoured_at) desc
  $q$, case when tenant_column is null then '' else format('and e.%I = $3', tenant_column) end)
  using app.user_id(), p_universe, app.company_id(), app.all_sites() or tenant_column is distinct from 'company_id', app.site_ids();
end $$;
grant execute on function app.kept_entries to {{u_all}};
