-- A mail is written, and what became of it noted, by its key. Asked for by its state too, the plan made while the table is small follows the index
-- of the states and reads the whole queue for each mail.

drop function app.keep_mail_content(uuid, jsonb);
drop function app.enqueue_mail(uuid, text, uuid, uuid, text, text, text, text, text, bytea, text, timestamptz);

-- Queues a mail in the caller's transaction, with what staff may read of it, and wakes the sender up once per transaction.
create function app.enqueue_mail(
  p_id uuid, p_message_id text, p_company_id uuid, p_user_id uuid, p_to_address text, p_login text, p_template text, p_language text,
  p_subject text, p_parameters bytea, p_unsubscribe_url text, p_content jsonb, p_at timestamptz)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
revoke all on function app.enqueue_mail(uuid, text, uuid, uuid, text, text, text, text, text, bytea, text, jsonb, timestamptz) from public;
grant execute on function app.enqueue_mail(uuid, text, uuid, uuid, text, text, text, text, text, bytea, text, jsonb, timestamptz)
  to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{identity}}, {{worker}};

-- Writes down what became of some mails, and that others are about to leave.
-- Returns those that may: still their worker's, neither sent nor given up meanwhile.
create or replace function app.note_mails(p_worker text, p_at timestamptz, p_leaving uuid[], p_results json) returns uuid[]
language plpgsql set search_path = public, app, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
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
