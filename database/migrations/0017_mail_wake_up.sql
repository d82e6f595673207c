-- Mails leave together: what is queued is claimed by the handful, so one job per transaction is enough to wake the sender up.

create or replace function app.enqueue_mail(
  p_id uuid, p_message_id text, p_company_id uuid, p_user_id uuid, p_to_address text, p_login text, p_template text, p_language text,
  p_subject text, p_parameters bytea, p_unsubscribe_url text, p_at timestamptz)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.mails (id, message_id, company_id, user_id, to_address, login, template, language, subject, parameters, unsubscribe_url,
    next_attempt_at, created_at, updated_at)
  values (p_id, p_message_id, p_company_id, p_user_id, p_to_address, p_login, p_template, p_language, p_subject, p_parameters,
    p_unsubscribe_url, p_at, p_at, p_at);
  -- Local to the transaction, and undone with the savepoint that would undo the job.
  if current_setting('app.mails_woken', true) is distinct from pg_current_xact_id()::text then
    perform app.add_job('send-mail', '{}'::json);
    perform set_config('app.mails_woken', pg_current_xact_id()::text, true);
  end if;
end $$;
