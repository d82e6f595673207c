create function app.enqueue_mail(
  p_id uuid, p_message_id text, p_company_id uuid, p_user_id uuid, p_to_address text, p_login text, p_template text, p_language text,
  p_subject text, p_parameters bytea, p_unsubscribe_url text, p_content jsonb, p_at timestamptz)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
-- Queues a mail in the caller's transaction, with what staff may read of it, and wakes the sender up once per transaction. No universe writes the
-- table itself; the parameters are sealed with SECRET_KEY for this very id, so that a forged row cannot be rendered.
begin
  insert into public.mails (id, message_id, company_id, user_id, to_address, login, template, language, subject, parameters, unsubscribe_url,
    content, next_attempt_at, created_at, updated_at)
  values (p_id, p_message_id, p_company_id, p_user_id, p_to_address, p_login, p_template, p_language, p_subject, p_parameters,
    p_unsubscribe_url, p_content, p_at, p_at, p_at);
  -- Local to the transaction, and undone with the savepoint that would undo the job.
  if current_setting('app.mails_woken', true) is distinct from pg_current_xact_id()::text then
    perform app.add_job('send-mail', '{}'::json);
    perform set_config('app.mails_woken', pg_current_xact_id()::text, true);
  end if;
end $$;
grant execute on function app.enqueue_mail to {{u_all}}, {{identity}}, {{worker}};

create function app.hold_restored_mail() returns trigger language plpgsql as $$
-- A mail that restored work writes may have been sent already: it is kept as « uncertain », and goes when the carrier's staff say so.
begin
  if app.is_restored() then
    new.state := 'uncertain';
    new.last_error := 'restored';
    new.next_attempt_at := null;
  end if;
  return new;
end $$;
create trigger hold_restored before insert on mails for each row execute function app.hold_restored_mail();
create trigger stamp_partner before insert on mails for each row execute function app.stamp_partner();

create function app.resend_mail(p_id uuid, p_at timestamptz) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
-- A mail whose delivery failed or is uncertain goes again only when the carrier's staff say so.
begin
  update public.mails set state = 'queued', sender = null, next_attempt_at = p_at, updated_at = p_at
  where id = p_id and state in ('failed', 'uncertain') and parameters is not null;
  if not found then return false; end if;
  perform app.add_job('send-mail', json_build_object('mailId', p_id), 'mail:' || p_id);
  return true;
end $$;
grant execute on function app.resend_mail to {{u_carrier}}, {{worker}};

create function app.failing_addresses(p_company uuid) returns table (address text, reason text, failed_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, app as $$
-- Addresses of a company whose last mail was refused. Carries the tenant's condition itself: mails are the carrier's.
  select f.to_address, f.last_error, f.updated_at
  from (
    select distinct on (lower(m.to_address)) m.to_address, m.last_error, m.updated_at
    from mails m
    where m.company_id = p_company and m.created_at > app.now() - interval '90 days' and m.state = 'failed'
      and (app.company_id() in (m.company_id, m.ambassador_id, m.operator_id) or session_user = '{{staff}}')
      -- Taken since: the address works again.
      and not exists (
        select from mails later
        where later.company_id = p_company and lower(later.to_address) = lower(m.to_address) and later.state = 'sent' and later.created_at > m.created_at)
    order by lower(m.to_address), m.created_at desc
  ) f
  order by f.to_address
  limit 100
$$;
grant execute on function app.failing_addresses to {{u_all}};

-- What the sender asks of the database for many mails at a time. The plans are made once per connection and always follow an index: made anew for
-- each call they cost more than the work, and chosen from the statistics of a calm day they read and sort the whole queue of a busy one. A mail is
-- noted by its key: asked for by its state too, the plan made while the table is small follows the index of the states and reads the whole queue.

create function app.claim_mails(p_worker text, p_at timestamptz, p_wanted uuid[], p_limit int) returns setof mails
language sql set search_path = public, app, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off
set enable_hashjoin = off set enable_mergejoin = off as $$
-- Claims mails for a worker, those that are due first; p_wanted are due whatever the clock says, and so is a first attempt.
  with due as (
    select id from mails where state = 'queued' and sender is null and parameters is not null
      and (next_attempt_at <= p_at or attempts = 0 or id = any (p_wanted))
    order by next_attempt_at, id limit p_limit for update skip locked
  )
  update mails m set sender = p_worker from due where m.id = due.id returning m.*
$$;
grant execute on function app.claim_mails to {{worker}};

create function app.note_mails(p_worker text, p_at timestamptz, p_leaving uuid[], p_results json) returns uuid[]
language plpgsql set search_path = public, app, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
-- Writes down what became of some mails, and that others are about to leave.
-- Returns those that may: still their worker's, neither sent nor given up meanwhile.
declare
  v_leaving uuid[];
  v_mail_id uuid;
  v_run_at timestamptz;
begin
  if json_array_length(p_results) > 0 then
    for v_mail_id, v_run_at in
      with settled as (
        update mails m set state = t.state, parameters = case when t.state = 'sent' then null else m.parameters end, attempts = m.attempts + 1,
          sender = case when t.state = 'queued' then null else m.sender end, last_error = t.reason, next_attempt_at = t.again,
          sent_at = case when t.state = 'sent' then p_at end, updated_at = p_at
        from json_to_recordset(p_results) as t (id uuid, state text, outcome text, reason text, again timestamptz, run_at timestamptz)
        where m.id = t.id and m.sender = p_worker and m.state not in ('sent', 'failed')
        returning m.id, m.company_id, t.outcome, t.reason, t.run_at
      ), logged as (
        insert into mail_attempts (mail_id, at, company_id, outcome, reason) select id, p_at, company_id, outcome, reason from settled
      )
      select id, run_at from settled where run_at is not null
    loop
      perform app.add_job('send-mail', json_build_object('mailId', v_mail_id), 'mail:' || v_mail_id, v_run_at);
    end loop;
  end if;
  if cardinality(p_leaving) > 0 then
    with leaving as (
      update mails m set state = 'sending', updated_at = p_at from unnest(p_leaving) as t (id)
      where m.id = t.id and m.sender = p_worker and m.state not in ('sent', 'failed', 'uncertain') returning m.id
    )
    select array_agg(id) into v_leaving from leaving;
  end if;
  return coalesce(v_leaving, '{}');
end $$;
grant execute on function app.note_mails to {{worker}};

alter table mails enable row level security;
create policy carrier on mails to {{u_carrier}} using (true);
create policy worker on mails to {{worker}} using (true);
grant select (id, message_id, company_id, ambassador_id, operator_id, user_id, to_address, login, template, language, subject, state, attempts,
  last_error, next_attempt_at, created_at, updated_at, sent_at, content) on mails to {{u_carrier}};
grant select, insert, update, delete on mails to {{worker}};

alter table mail_attempts enable row level security;
create policy carrier on mail_attempts to {{u_carrier}}, {{worker}} using (true);
grant select, insert on mail_attempts to {{u_carrier}};
grant select, insert, update, delete on mail_attempts to {{worker}};
