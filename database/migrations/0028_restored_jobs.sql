-- Work that a restored backup held unfinished. Whoever ran before may have done it after the backup was taken: it is done again, but nothing of it
-- writes to people by itself. A transaction says so by the setting app.is_restored; the jobs that it enqueues inherit it.

create function app.is_restored() returns boolean language sql stable as $$
  select coalesce(current_setting('app.is_restored', true), '') = 'on'
$$;

create or replace function app.add_job(p_identifier text, p_payload json, p_job_key text default null, p_run_at timestamptz default null, p_max_attempts int default 25)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if p_identifier !~ '^[a-z][a-z0-9_.-]{1,62}$' then raise exception 'unknown kind of job'; end if;
  if octet_length(p_payload::text) > 16384 or json_typeof(p_payload) <> 'object' then raise exception 'a job takes a small object of identifiers'; end if;
  if p_identifier like 'carrier.%' and (session_user in ('{{customers}}', '{{identity}}')) then
    raise exception 'this kind of job is the carrier''s' using errcode = '42501';
  end if;
  perform graphile_worker.add_job(
    identifier => p_identifier, payload => p_payload, run_at => p_run_at, max_attempts => p_max_attempts, job_key => p_job_key,
    flags => case when app.is_restored() then array['restored'] end);
end $$;

-- A mail that such work writes may have been sent already: it is kept as « uncertain », and goes when the carrier's staff say so.
create function app.hold_restored_mail() returns trigger language plpgsql as $$
begin
  if app.is_restored() then
    new.state := 'uncertain';
    new.last_error := 'restored';
    new.next_attempt_at := null;
  end if;
  return new;
end $$;
create trigger hold_restored before insert on mails for each row execute function app.hold_restored_mail();
