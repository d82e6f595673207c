create trigger stamp_partner before insert on sites for each row execute function app.stamp_partner();
select app.protect('sites', 'id');
grant select, insert, update (name, is_head_office, state, closed_on, siret, street, complement, postcode, commune_code, city, country, phone, opening_hours,
  onsite_contact_id, version)
  on sites to {{u_all}}, {{worker}};
grant update (external_key) on sites, contacts to {{worker}};
grant select on sites to {{identity}};
grant update (ambassador_id, operator_id) on sites to {{worker}};

create function app.copy_head_office() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update companies set head_postcode = new.postcode, head_city = new.city where id = new.company_id;
  return null;
end $$;
create trigger copy_head_office after insert or update of postcode, city, is_head_office on sites for each row when (new.is_head_office)
  execute function app.copy_head_office();

create trigger stamp_partner before insert on contacts for each row execute function app.stamp_partner();
select app.protect('contacts', 'site_id');
grant select, insert, update (site_id, first_name, last_name, job_title, phone, mobile, email, archived_at, version)
  on contacts to {{u_all}}, {{worker}}, {{identity}};
grant update (ambassador_id, operator_id) on contacts to {{worker}};

create function app.onsite_contact(p_site uuid, out id uuid, out name text, out phone text) language sql stable security definer
  set search_path = pg_catalog, public as $$
-- The on-site contact of a site, when the order names nobody: its name and telephone go to the order, whoever orders.
  select c.id, btrim(c.first_name || ' ' || c.last_name), coalesce(c.mobile, c.phone)
  from sites s join contacts c on c.id = s.onsite_contact_id and c.archived_at is null and c.company_id = s.company_id
  where s.id = p_site
    and ((select app.company_id()) in (s.company_id, s.ambassador_id, s.operator_id) or current_setting('role') = '{{u_carrier}}')
    and ((select app.all_sites()) or s.id = any ((select app.site_ids())::uuid[]))
$$;
grant execute on function app.onsite_contact to {{u_all}};
