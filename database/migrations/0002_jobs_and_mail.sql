-- Jobs, mails, files: what the portal does after the answer was given.

-- Jobs --------------------------------------------------------------------------------------------------------------------------------

-- Enqueues a job in the caller's transaction: it exists if and only if the transaction commits. The queue's own schema is closed to every
-- universe; this is the only way in. A payload holds identifiers: what the job may do is decided by the rows that the worker then reads.
-- Kinds that begin with « carrier. » are refused to customers. p_run_at is the machine's time, for retries and delays; what is due at a
-- business date is found by a periodic job on the portal's clock.
create function app.add_job(p_identifier text, p_payload json, p_job_key text default null, p_run_at timestamptz default null, p_max_attempts int default 25)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if p_identifier !~ '^[a-z][a-z0-9_.-]{1,62}$' then raise exception 'unknown kind of job'; end if;
  if octet_length(p_payload::text) > 16384 or json_typeof(p_payload) <> 'object' then raise exception 'a job takes a small object of identifiers'; end if;
  if p_identifier like 'carrier.%' and (session_user in ('{{customers}}', '{{identity}}')) then
    raise exception 'this kind of job is the carrier''s' using errcode = '42501';
  end if;
  perform graphile_worker.add_job(
    identifier => p_identifier, payload => p_payload, run_at => p_run_at, max_attempts => p_max_attempts, job_key => p_job_key);
end $$;
revoke all on function app.add_job(text, json, text, timestamptz, int) from public;
grant execute on function app.add_job(text, json, text, timestamptz, int)
  to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{identity}}, {{worker}};

-- When each periodic job was last due, on the portal's clock: several workers tick, one of them enqueues.
create table periodic_jobs (
  name text primary key,
  due_at timestamptz not null
);
alter table periodic_jobs enable row level security;
create policy worker on periodic_jobs to {{worker}} using (true);
grant select, insert, update on periodic_jobs to {{worker}};

-- How far a long job is. Its starter sees it and may ask to cancel it; the worker writes it.
create table job_progress (
  id uuid primary key,
  kind text not null,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  user_id uuid not null references users,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  done bigint not null default 0,
  total bigint,
  message_code text,
  result jsonb,
  cancel_requested boolean not null default false,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now()
);
create index on job_progress (company_id);
create index on job_progress (ambassador_id);
create index on job_progress (operator_id);
create index on job_progress (user_id, created_at desc);
alter table job_progress enable row level security;
create policy own on job_progress to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}
  using (user_id = (select app.user_id())) with check (user_id = (select app.user_id()));
create policy worker on job_progress to {{worker}} using (true);
create trigger stamp_partner before insert on job_progress for each row execute function app.stamp_partner();
grant select, insert, update (cancel_requested) on job_progress to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}};
grant select, insert, update, delete on job_progress to {{worker}};

create function app.announce_progress() returns trigger language plpgsql as $$
begin
  perform pg_notify('portal_events', json_build_object(
    'topic', 'job_progress', 'audience', json_build_object('userId', new.user_id), 'ids', json_build_array(new.id))::text);
  return null;
end $$;
create trigger announce_progress after insert or update on job_progress for each row execute function app.announce_progress();

-- Mails -------------------------------------------------------------------------------------------------------------------------------

create table mails (
  id uuid primary key,
  -- Stable: the same mail sent twice would carry the same Message-ID.
  message_id text not null unique,
  company_id uuid references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  user_id uuid references users,
  to_address text not null,
  -- Login, when the mail is about one: it names the file when mails are kept on disk.
  login text,
  template text not null,
  language text not null check (language in ('fr', 'en')),
  subject text not null,
  -- Encrypted, because they may hold links with tokens; wiped once sent.
  parameters bytea,
  -- List-Unsubscribe target, when the mail is a notification.
  unsubscribe_url text,
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'failed', 'uncertain')),
  -- Worker that took it: when it died in « sending », nobody knows whether the server took the mail.
  sender text,
  attempts integer not null default 0,
  last_error text,
  next_attempt_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  sent_at timestamptz
);
create index on mails (company_id, created_at desc, id desc);
create index on mails (ambassador_id, created_at desc, id desc);
create index on mails (operator_id, created_at desc, id desc);
create index on mails (user_id);
create trigger stamp_partner before insert on mails for each row execute function app.stamp_partner();
create index on mails (created_at desc, id desc);
create index on mails (state, created_at) where state in ('queued', 'sending', 'failed', 'uncertain');
alter table mails enable row level security;
create policy carrier on mails to {{u_carrier}} using (true);
create policy worker on mails to {{worker}} using (true);
grant select (id, message_id, company_id, ambassador_id, operator_id, user_id, to_address, login, template, language, subject, state, attempts,
  last_error, next_attempt_at, created_at, updated_at, sent_at) on mails to {{u_carrier}};
grant select, insert, update, delete on mails to {{worker}};

-- Queues a mail and the job that sends it, in the caller's transaction. No universe writes the table itself; the parameters are sealed with
-- SECRET_KEY for this very id, so that a forged row cannot be rendered.
create function app.enqueue_mail(
  p_id uuid, p_message_id text, p_company_id uuid, p_user_id uuid, p_to_address text, p_login text, p_template text, p_language text,
  p_subject text, p_parameters bytea, p_unsubscribe_url text, p_at timestamptz)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.mails (id, message_id, company_id, user_id, to_address, login, template, language, subject, parameters, unsubscribe_url,
    next_attempt_at, created_at, updated_at)
  values (p_id, p_message_id, p_company_id, p_user_id, p_to_address, p_login, p_template, p_language, p_subject, p_parameters,
    p_unsubscribe_url, p_at, p_at, p_at);
  perform app.add_job('send-mail', json_build_object('mailId', p_id), 'mail:' || p_id);
end $$;

-- A mail whose delivery failed or is uncertain goes again only when the carrier's staff say so.
create function app.resend_mail(p_id uuid, p_at timestamptz) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.mails set state = 'queued', sender = null, next_attempt_at = p_at, updated_at = p_at
  where id = p_id and state in ('failed', 'uncertain') and parameters is not null;
  if not found then return false; end if;
  perform app.add_job('send-mail', json_build_object('mailId', p_id), 'mail:' || p_id);
  return true;
end $$;
revoke all on function app.enqueue_mail(uuid, text, uuid, uuid, text, text, text, text, text, bytea, text, timestamptz) from public;
revoke all on function app.resend_mail(uuid, timestamptz) from public;
grant execute on function app.enqueue_mail(uuid, text, uuid, uuid, text, text, text, text, text, bytea, text, timestamptz)
  to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{identity}}, {{worker}};
grant execute on function app.resend_mail(uuid, timestamptz) to {{u_carrier}}, {{worker}};

-- Files -------------------------------------------------------------------------------------------------------------------------------

create table files (
  id uuid primary key,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_id uuid references sites,
  user_id uuid references users,
  kind text not null,
  name text not null check (name <> ''),
  media_type text not null,
  size bigint not null check (size >= 0),
  sha256 bytea not null,
  storage_key text not null unique,
  created_at timestamptz not null
);
create index on files (company_id, created_at desc, id desc);
create index on files (ambassador_id);
create index on files (operator_id);
create index on files (site_id);
create index on files (user_id);
create trigger stamp_partner before insert on files for each row execute function app.stamp_partner();
select app.protect('files', 'site_id');
grant select, insert on files to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}};
grant select, insert, update, delete on files to {{worker}};
