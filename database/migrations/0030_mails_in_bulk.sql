-- What the sender asks of the database for many mails at a time. The plans are made once per connection and always follow an index: made anew for
-- each call they cost more than the work, and chosen from the statistics of a calm day they read and sort the whole queue of a busy one.

create index mails_to_send on mails (next_attempt_at, id) where state = 'queued' and sender is null and parameters is not null;

-- Claims mails for a worker, those that are due first; p_wanted are due whatever the clock says, and so is a first attempt.
create function app.claim_mails(p_worker text, p_at timestamptz, p_wanted uuid[], p_limit int) returns setof mails
language sql set search_path = public, app, pg_temp
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off
set enable_hashjoin = off set enable_mergejoin = off as $$
  with due as (
    select id from mails where state = 'queued' and sender is null and parameters is not null
      and (next_attempt_at <= p_at or attempts = 0 or id = any (p_wanted))
    order by next_attempt_at, id limit p_limit for update skip locked
  )
  update mails m set sender = p_worker from due where m.id = due.id returning m.*
$$;
revoke all on function app.claim_mails(text, timestamptz, uuid[], int) from public;
grant execute on function app.claim_mails(text, timestamptz, uuid[], int) to {{worker}};

-- Writes down what became of some mails, and that others are about to leave.
-- Returns those that may: still their worker's, neither sent nor given up meanwhile.
create function app.note_mails(p_worker text, p_at timestamptz, p_leaving uuid[], p_results json) returns uuid[]
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
        where m.id = t.id and m.sender = p_worker and m.state in ('queued', 'sending', 'uncertain')
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
      where m.id = t.id and m.sender = p_worker and m.state in ('queued', 'sending') returning m.id
    )
    select array_agg(id) into v_leaving from leaving;
  end if;
  return coalesce(v_leaving, '{}');
end $$;
revoke all on function app.note_mails(text, timestamptz, uuid[], json) from public;
grant execute on function app.note_mails(text, timestamptz, uuid[], json) to {{worker}};
