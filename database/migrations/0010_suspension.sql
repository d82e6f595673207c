-- A notification is short: told without ids, the end of the sessions reaches every stream of the suspended person.
create or replace function app.end_sessions_of_suspended() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
begin
  update sessions set revoked_at = app.now() where revoked_at is null and (user_id = new.id or view_as_user_id = new.id);
  update password_links set used_at = app.now() where user_id = new.id and used_at is null;
  perform pg_notify('portal_events', json_build_object('topic', 'session.revoked', 'audience', json_build_object('userId', new.id), 'ids', '[]'::json)::text);
  return null;
end $$;
