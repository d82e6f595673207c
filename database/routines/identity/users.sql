create trigger stamp_partner before insert on users for each row execute function app.stamp_partner();
select app.protect('users', 'site_id');
create policy invited_first on users as restrictive for insert to {{u_all}} with check (state = 'invited');
-- Who administers follows from rights, and a login from its number: neither is written by hand.
grant select on users to {{u_all}}, {{identity}}, {{worker}};
grant insert (id, company_id, site_id, contact_id, display_name, state, language) on users to {{u_all}};
grant insert on users to {{worker}};
grant update (site_id, display_name, state, language, version, invitation_times) on users to {{u_all}}, {{worker}};
grant update (display_name, state, language, last_universe, last_sign_in_at) on users to {{identity}}, {{worker}};
grant update (ambassador_id, operator_id) on users to {{worker}};
grant usage on sequence login_number_seq to {{u_all}}, {{worker}};

create function app.follow_contact() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
-- A person with access is shown and limited like their contact: the login follows, whoever changes the contact.
begin
  update users set display_name = btrim(concat_ws(' ', new.first_name, new.last_name)), site_id = new.site_id where contact_id = new.id;
  return null;
end $$;
create trigger follow_contact after update of first_name, last_name, site_id on contacts for each row
  when (old.first_name is distinct from new.first_name or old.last_name is distinct from new.last_name or old.site_id is distinct from new.site_id)
  execute function app.follow_contact();

create function app.settle_user_state() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
-- Whoever never chose a password comes back from a suspension as invited.
begin
  if not exists (select from credentials where user_id = new.id) then new.state := 'invited'; end if;
  return new;
end $$;
create trigger settle_state before update of state on users for each row
  when (old.state = 'suspended' and new.state = 'active') execute function app.settle_user_state();
