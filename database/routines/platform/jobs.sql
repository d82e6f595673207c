create function app.is_restored() returns boolean language sql stable as $$
-- Work that a restored backup held unfinished. Whoever ran before may have done it after the backup was taken: it is done again, but nothing of it
-- writes to people by itself. A transaction says so by the setting app.is_restored; the jobs that it enqueues inherit it.
  select coalesce(current_setting('app.is_restored', true), '') = 'on'
$$;

create function app.add_job(p_identifier text, p_payload json, p_job_key text default null, p_run_at timestamptz default null, p_max_attempts int default 25)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
-- Enqueues a job in the caller's transaction: it exists if and only if the transaction commits. The queue's own schema is closed to every
-- universe; this is the only way in. A payload holds identifiers: what the job may do is decided by the rows that the worker then reads.
-- Kinds that begin with « carrier. » are refused to customers. p_run_at is the machine's time, for retries and delays; what is due at a
-- business date is found by a periodic job on the portal's clock.
begin
  if p_identifier !~ '^[a-z][a-z0-9_.-]{1,62}$' then raise exception 'unknown kind of job'; end if;
  if octet_length(p_payload::text) > 65536 or json_typeof(p_payload) <> 'object' then raise exception 'a job takes a small object of identifiers'; end if;
  if p_identifier like 'carrier.%' and (session_user in ('{{customers}}', '{{identity}}')) then
    raise exception 'this kind of job is the carrier''s' using errcode = '42501';
  end if;
  perform graphile_worker.add_job(
    identifier => p_identifier, payload => p_payload, run_at => p_run_at, max_attempts => p_max_attempts, job_key => p_job_key,
    flags => case when app.is_restored() then array['restored'] end);
end $$;
grant execute on function app.add_job to {{u_all}}, {{identity}}, {{worker}};

create function app.announce_progress() returns trigger language plpgsql as $$
begin
  perform pg_notify('portal_events', json_build_object(
    'topic', 'bulk-runs', 'audience', json_build_object('userId', new.user_id), 'ids', json_build_array(new.id))::text);
  return null;
end $$;
create trigger announce_progress after insert or update on job_progress for each row execute function app.announce_progress();
create trigger stamp_partner before insert on job_progress for each row execute function app.stamp_partner();

alter table job_progress enable row level security;
create policy own on job_progress to {{u_all}} using (user_id = (select app.user_id())) with check (user_id = (select app.user_id()));
create policy own_company on job_progress as restrictive for insert to {{u_all}} with check (company_id = (select app.company_id()));
create policy worker on job_progress to {{worker}} using (true);
grant select, insert, update (cancel_requested, state) on job_progress to {{u_all}};
grant select, insert, update, delete on job_progress to {{worker}};

alter table periodic_jobs enable row level security;
create policy worker on periodic_jobs to {{worker}} using (true);
grant select, insert, update on periodic_jobs to {{worker}};

alter table demonstration_parts enable row level security;
create policy worker on demonstration_parts to {{worker}} using (true);
grant select on demonstration_parts to {{worker}};
