-- What row security alone does not say: references stay within one company, customers' roles write no more than they need, and a session ends
-- up where the rules of today put it.

-- References within one company ------------------------------------------------------------------------------------------------------

-- Row security looks at the row written, not at the rows it points to: each reference between two things of a company carries the company.
create unique index sites_in_company on sites (id, company_id);
create unique index contacts_in_company on contacts (id, company_id);
create unique index users_in_company on users (id, company_id);
create unique index rights_in_company on rights (id, company_id);

alter table sites drop constraint sites_onsite_contact_id_fkey,
  add constraint sites_onsite_contact_id_fkey foreign key (onsite_contact_id, company_id) references contacts (id, company_id);
alter table contacts drop constraint contacts_site_id_fkey,
  add constraint contacts_site_id_fkey foreign key (site_id, company_id) references sites (id, company_id);
alter table payment_details drop constraint payment_details_site_id_fkey,
  add constraint payment_details_site_id_fkey foreign key (site_id, company_id) references sites (id, company_id);
alter table users drop constraint users_site_id_fkey, drop constraint users_contact_id_fkey,
  add constraint users_site_id_fkey foreign key (site_id, company_id) references sites (id, company_id),
  add constraint users_contact_id_fkey foreign key (contact_id, company_id) references contacts (id, company_id);
alter table right_sites drop constraint right_sites_right_id_fkey, drop constraint right_sites_site_id_fkey,
  add constraint right_sites_right_id_fkey foreign key (right_id, company_id) references rights (id, company_id) on delete cascade,
  add constraint right_sites_site_id_fkey foreign key (site_id, company_id) references sites (id, company_id);
alter table user_rights drop constraint user_rights_user_id_fkey, drop constraint user_rights_right_id_fkey,
  add constraint user_rights_user_id_fkey foreign key (user_id, company_id) references users (id, company_id),
  add constraint user_rights_right_id_fkey foreign key (right_id, company_id) references rights (id, company_id);
alter table activity drop constraint activity_site_id_fkey,
  add constraint activity_site_id_fkey foreign key (site_id, company_id) references sites (id, company_id);
alter table files drop constraint files_site_id_fkey,
  add constraint files_site_id_fkey foreign key (site_id, company_id) references sites (id, company_id);

-- What the universes write ----------------------------------------------------------------------------------------------------------------

-- Who administers follows from rights, and a login from its number: neither is written by hand.
revoke insert on users from {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}};
grant insert (id, company_id, site_id, contact_id, display_name, state, language)
  on users to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}};
create policy invited_first on users as restrictive for insert to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}
  with check (state = 'invited');

-- Only the carrier answers a proposal.
create policy own_part on company_proposals as restrictive for insert to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}
  with check (state = 'pending' and answer is null);
create policy own_answer on company_proposals as restrictive for update to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}
  with check (state in ('pending', 'withdrawn') and answer is null);

-- Nobody signs the history with another name than their own.
create policy own_actor on activity as restrictive for insert to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}
  with check (actor_user_id = (select app.user_id()) and actor_company_id = (select app.company_id()));

-- Partners follow what happens to their clients, never how their people sign in: sessions, factors, passwords, terms.
create policy no_accounts on activity as restrictive for select to {{u_ambassador}}, {{u_operator}}
  using (company_id = (select app.company_id()) or split_part(action, '.', 1) not in ('session', 'factor', 'backup_codes', 'password', 'terms'));

create policy own_company on job_progress as restrictive for insert to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}
  with check (company_id = (select app.company_id()));

-- Sessions and links -----------------------------------------------------------------------------------------------------------------------

-- Links that set a password were mailed to the former address: they die with it, whoever corrects it.
create function app.end_links_of_former_address() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
begin
  update password_links l set used_at = app.now() from users u where u.contact_id = new.id and l.user_id = u.id and l.used_at is null;
  return null;
end $$;
create trigger end_links after update of email on contacts for each row when (old.email is distinct from new.email)
  execute function app.end_links_of_former_address();

-- A second factor is required from the moment the company says so, also of those who are signed in without one.
create function app.demand_second_factor() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
begin
  update sessions s set stage = 'enrol_second_factor', step_up_until = null from users u
    where u.company_id = new.id and s.user_id = u.id and s.revoked_at is null and s.stage in ('complete', 'accept_terms')
      and not exists (select from factors f where f.user_id = u.id and f.confirmed_at is not null);
  perform pg_notify('portal_events', json_build_object('topic', 'session', 'audience', json_build_object('companyId', new.id), 'ids', '[]'::json)::text);
  return null;
end $$;
create trigger demand_second_factor after update of second_factor_required on companies for each row
  when (new.second_factor_required and not old.second_factor_required) execute function app.demand_second_factor();

-- Two triggers did the same.
drop trigger copy_to_user on contacts;
drop function app.copy_contact_to_user();

-- As before, and « voir comme » lasts no longer than the right to it.
create or replace function app.authenticate(
  p_token bytea, p_universe text, p_templates text[], p_at timestamptz,
  out db_role text, out scope jsonb, out company uuid, out person uuid, out everywhere boolean, out sites uuid[], out read_only boolean)
language plpgsql security definer set search_path = pg_catalog, public, app as $$
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
