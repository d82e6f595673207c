-- Mails of ordering go to who orders and to the on-site contact, whom a right limited to sites may not let read.

-- Address of whoever acts.
create function app.own_mail_address(out email text, out language text, out login text) language sql stable security definer
  set search_path = pg_catalog, public as $$
  select c.email, u.language, u.login from users u join contacts c on c.id = u.contact_id where u.id = (select app.user_id())
$$;
revoke all on function app.own_mail_address() from public;
grant execute on function app.own_mail_address() to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}};

-- Address of the on-site contact of an order that the caller may read.
create function app.onsite_mail_address(p_order uuid, out email text, out language text) language sql stable security definer
  set search_path = pg_catalog, public as $$
  select c.email, coalesce(u.language, 'fr')
  from orders o join contacts c on c.id = o.onsite_contact_id and c.archived_at is null left join users u on u.contact_id = c.id
  where o.id = p_order
    and ((select app.company_id()) in (o.company_id, o.ambassador_id, o.operator_id) or current_setting('role') = '{{u_carrier}}')
$$;
revoke all on function app.onsite_mail_address(uuid) from public;
grant execute on function app.onsite_mail_address(uuid) to {{u_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}};

-- The on-site contact of a site, when the order names nobody: its name and telephone go to the order, whoever orders.
create function app.onsite_contact(p_site uuid, out id uuid, out name text, out phone text) language sql stable security definer
  set search_path = pg_catalog, public as $$
  select c.id, btrim(c.first_name || ' ' || c.last_name), coalesce(c.mobile, c.phone)
  from sites s join contacts c on c.id = s.onsite_contact_id and c.archived_at is null and c.company_id = s.company_id
  where s.id = p_site
    and ((select app.company_id()) in (s.company_id, s.ambassador_id, s.operator_id) or current_setting('role') = '{{u_carrier}}')
    and ((select app.all_sites()) or s.id = any ((select app.site_ids())::uuid[]))
$$;
revoke all on function app.onsite_contact(uuid) from public;
grant execute on function app.onsite_contact(uuid) to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}};
