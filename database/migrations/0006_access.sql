-- Rights and users: what a site-limited person sees of them, and what follows from a change by itself.

-- Who edits a user's rights says which state they read.
alter table users add column version integer not null default 1;
grant update (version) on users to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{worker}};

-- Lists of users: by name without accents nor case, by last sign-in, by e-mail. Immutable as long as the unaccent rules are.
create function app.folded_person(p_text text) returns text language sql immutable strict parallel safe set search_path = pg_catalog, public as $$
  select btrim(regexp_replace(translate(lower(public.unaccent('public.unaccent'::regdictionary, p_text)), '''’-', '   '), '\s+', ' ', 'g'))
$$;
alter table users add column name_fold text collate "C" generated always as (app.folded_person(display_name)) stored;
create index on users (name_fold collate "C", id);
create index on users (ambassador_id, name_fold collate "C", id);
create index on users (operator_id, name_fold collate "C", id);
create index on users using gin (name_fold gin_trgm_ops);
create index on users (coalesce(last_sign_in_at, timestamptz '1970-01-01 00:00:00+00'), id);
create index on users (state, name_fold collate "C", id);
create index on contacts (lower(email) collate "C");

-- Under a right limited to sites, only the rights that stay within those sites exist.
create policy sites on rights as restrictive to {{u_client}}, {{u_end_client}} using (
  (select app.all_sites())
  or (not all_sites and not exists (
    select from right_sites rs where rs.right_id = rights.id and rs.site_id <> all ((select app.site_ids())::uuid[]))));

-- A person's access follows their contact.
create function app.copy_contact_to_user() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update users set display_name = btrim(new.first_name || ' ' || new.last_name), site_id = new.site_id where contact_id = new.id;
  return null;
end $$;
create trigger copy_to_user after update of first_name, last_name, site_id on contacts for each row
  when (old.first_name is distinct from new.first_name or old.last_name is distinct from new.last_name or old.site_id is distinct from new.site_id)
  execute function app.copy_contact_to_user();

-- Whoever never chose a password comes back from a suspension as invited.
create function app.settle_user_state() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select from credentials where user_id = new.id) then new.state := 'invited'; end if;
  return new;
end $$;
create trigger settle_state before update of state on users for each row
  when (old.state = 'suspended' and new.state = 'active') execute function app.settle_user_state();

-- A suspension ends the person's sessions at once, and those that look at the portal as them.
create function app.end_sessions_of_suspended() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
declare ended uuid[];
begin
  with gone as (
    update sessions set revoked_at = app.now() where revoked_at is null and (user_id = new.id or view_as_user_id = new.id) returning id
  ) select array_agg(id) into ended from gone;
  update password_links set used_at = app.now() where user_id = new.id and used_at is null;
  if ended is not null then
    perform pg_notify('portal_events', json_build_object(
      'topic', 'session.revoked', 'audience', json_build_object('userId', new.id), 'ids', to_json(ended))::text);
  end if;
  return null;
end $$;
create trigger end_sessions after update of state on users for each row
  when (old.state <> 'suspended' and new.state = 'suspended') execute function app.end_sessions_of_suspended();
