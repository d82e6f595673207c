-- Every page asks an administrator's count of failing addresses: it starts from the few mails that failed, not from all that left.
create index on mails (company_id, created_at desc) where state = 'failed';

create or replace function app.failing_addresses(p_company uuid) returns table (address text, reason text, failed_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, app as $$
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
