-- Notifications: who is subscribed to what, what happened, whom it reached.

-- Subscriptions -------------------------------------------------------------------------------------------------------------------

-- What a contact chose beyond the masks. `administrator_since`: the defaults of an administrator were given, once and for all.
create table notification_preferences (
  contact_id uuid primary key,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  digest text not null default 'none' check (digest in ('none', 'hourly', 'daily')),
  administrator_since timestamptz,
  version integer not null default 1,
  foreign key (contact_id, company_id) references contacts (id, company_id)
);
create index on notification_preferences (company_id);
create index on notification_preferences (ambassador_id);
create index on notification_preferences (operator_id);

-- One bit per category (contract/notification-categories.ts), one mask per channel.
create table contact_subscriptions (
  contact_id uuid not null,
  universe text not null check (universe in ('client', 'ambassador', 'operator', 'carrier')),
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  interface_mask integer not null default 0 check (interface_mask >= 0),
  email_mask integer not null default 0 check (email_mask >= 0),
  primary key (contact_id, universe),
  foreign key (contact_id, company_id) references contacts (id, company_id)
);
create index on contact_subscriptions (company_id, universe);
create index on contact_subscriptions (ambassador_id);
create index on contact_subscriptions (operator_id);

-- Universe → category → address of a group of people.
create table company_notification_addresses (
  company_id uuid primary key references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  addresses jsonb not null default '{}',
  version integer not null default 1
);
create index on company_notification_addresses (ambassador_id);
create index on company_notification_addresses (operator_id);

do $$
declare t text;
begin
  foreach t in array array['notification_preferences', 'contact_subscriptions', 'company_notification_addresses'] loop
    execute format('create trigger stamp_partner before insert on %I for each row execute function app.stamp_partner()', t);
    execute format('select app.protect(%L)', t);
    execute format('grant select, insert, update on %I to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{identity}}, {{worker}}', t);
  end loop;
end $$;

-- The mask of every category that exists.
create function app.every_notification_category() returns integer language sql immutable parallel safe as $$ select 255 $$;

-- Whoever becomes an administrator starts subscribed to everything, in every universe of the company but the carrier's, where staff choose.
-- Once: what they then untick stays unticked, whatever happens to their rights. A universe that the company gains is a start of its own.
create function app.subscribe_administrators(p_user uuid default null) returns void
language sql security definer set search_path = pg_catalog, public, app as $$
  with administrators as (
    select u.contact_id, u.company_id, c.ambassador_id, c.operator_id, c.universes, p.administrator_since is null as first
    from users u join companies c on c.id = u.company_id
    left join notification_preferences p on p.contact_id = u.contact_id
    where u.is_administrator and (p_user is null or u.id = p_user)
  ), marked as (
    -- The partners are told here as well as by the trigger, which rests while many rows are loaded.
    insert into notification_preferences (contact_id, company_id, ambassador_id, operator_id, administrator_since)
    select contact_id, company_id, ambassador_id, operator_id, app.now() from administrators where first
    on conflict (contact_id) do update set administrator_since = excluded.administrator_since
  )
  insert into contact_subscriptions as s (contact_id, universe, company_id, ambassador_id, operator_id, interface_mask, email_mask)
  select a.contact_id, universe, a.company_id, a.ambassador_id, a.operator_id, app.every_notification_category(), app.every_notification_category()
  from administrators a, unnest(a.universes) universe
  where universe <> 'carrier'
    and (a.first or not exists (select from contact_subscriptions k where k.contact_id = a.contact_id and k.universe = universe))
  on conflict (contact_id, universe) do update
    set interface_mask = excluded.interface_mask, email_mask = excluded.email_mask
$$;
revoke all on function app.subscribe_administrators(uuid) from public;

create function app.subscribe_new_administrator() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
begin
  perform app.subscribe_administrators(new.id);
  return null;
end $$;
create trigger subscribe_administrator after update of is_administrator on users for each row
  when (new.is_administrator and not old.is_administrator) execute function app.subscribe_new_administrator();

create function app.subscribe_administrators_of_company() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
begin
  perform app.subscribe_administrators(id) from users where company_id = new.id and is_administrator;
  return null;
end $$;
create trigger subscribe_administrators after update of universes on companies for each row
  when (new.universes is distinct from old.universes) execute function app.subscribe_administrators_of_company();

-- Loading many rows rests the triggers: their work follows the rights.
alter function app.rebuild_effective_rights() rename to rebuild_rights_only;
create function app.rebuild_effective_rights() returns void language sql security definer set search_path = pg_catalog, public, app as $$
  select app.rebuild_rights_only();
  select app.subscribe_administrators();
$$;
revoke all on function app.rebuild_effective_rights(), app.rebuild_rights_only() from public;

-- What happened -------------------------------------------------------------------------------------------------------------------

-- Written in the transaction of what happened. The partner is the one of that moment; name and reference are copied, for who may not read the company.
create table notification_events (
  id uuid primary key,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_id uuid,
  company_reference text not null,
  company_name text not null,
  category text not null,
  -- Null: every universe that the event concerns.
  universes text[],
  code text not null,
  object_kind text not null,
  object_reference text,
  parameters jsonb not null default '{}',
  created_at timestamptz not null,
  fanned_out_at timestamptz,
  foreign key (site_id, company_id) references sites (id, company_id)
);
create index on notification_events (company_id, id);
create index on notification_events (ambassador_id);
create index on notification_events (operator_id);
create index on notification_events (site_id);
create index on notification_events (created_at);

create function app.stamp_event() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  select c.ambassador_id, c.operator_id, c.reference, c.name
    into new.ambassador_id, new.operator_id, new.company_reference, new.company_name from public.companies c where c.id = new.company_id;
  return new;
end $$;
create trigger stamp_event before insert on notification_events for each row execute function app.stamp_event();

-- What a person was told in the application. `company_id` is the company of the event; the person may be its partner's or the carrier's.
create table notifications (
  id uuid primary key,
  event_id uuid not null references notification_events,
  user_id uuid not null references users,
  company_id uuid not null,
  site_id uuid,
  universe text not null,
  category text not null,
  read_at timestamptz,
  unique (event_id, user_id)
);
create index on notifications (user_id, id desc);
create index on notifications (user_id, id desc) where read_at is null;

alter table notifications enable row level security;
create policy own on notifications to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}} using (user_id = (select app.user_id()));
create policy worker on notifications to {{worker}} using (true);
grant select, update (read_at) on notifications to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}};
grant select, insert, update, delete on notifications to {{worker}};

-- Anybody may report what happens to a company of theirs; one reads the events that one was told of.
alter table notification_events enable row level security;
create policy client on notification_events for insert to {{u_client}}, {{u_end_client}} with check (company_id = (select app.company_id()));
create policy ambassador on notification_events for insert to {{u_ambassador}} with check (ambassador_id = (select app.company_id()));
create policy operator on notification_events for insert to {{u_operator}} with check (operator_id = (select app.company_id()));
create policy carrier on notification_events for insert to {{u_carrier}} with check (true);
create policy told on notification_events for select to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}
  using (exists (select from notifications n where n.event_id = notification_events.id and n.user_id = (select app.user_id())));
create policy worker on notification_events to {{worker}} using (true);
grant select, insert on notification_events to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}};
grant select, insert, update, delete on notification_events to {{worker}};

-- Mails of an event: one per address, whatever the number of subscriptions behind it.
create table notification_mails (
  event_id uuid not null references notification_events,
  -- In lower case.
  address text not null,
  company_id uuid not null,
  mail_id uuid not null,
  primary key (event_id, address)
);
-- Mails that wait for the hour or the day that a contact chose.
create table notification_digests (
  event_id uuid not null references notification_events,
  contact_id uuid not null references contacts,
  company_id uuid not null,
  universe text not null,
  primary key (event_id, contact_id)
);
create index on notification_digests (contact_id, event_id);

-- Unsubscriptions by the link of a mail: what was taken away, so that an administrator can bring it back.
create table notification_unsubscriptions (
  id uuid primary key,
  company_id uuid not null references companies,
  address text not null,
  category text not null,
  is_shared boolean not null,
  contacts jsonb not null,
  universes text[] not null,
  created_at timestamptz not null,
  undone_at timestamptz
);
create index on notification_unsubscriptions (company_id, address, category);

do $$
declare t text;
begin
  foreach t in array array['notification_mails', 'notification_digests'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy worker on %I to {{worker}} using (true)', t);
    execute format('grant select, insert, update, delete on %I to {{worker}}', t);
  end loop;
end $$;
alter table notification_unsubscriptions enable row level security;
create policy technique on notification_unsubscriptions to {{identity}}, {{worker}} using (true);
grant select, insert, update on notification_unsubscriptions to {{identity}}, {{worker}};

-- Mails ---------------------------------------------------------------------------------------------------------------------------

-- What a mail says without its links, when it holds no secret: read by the carrier's staff.
alter table mails add column content jsonb;
grant select (content) on mails to {{u_carrier}};
create index on mails (template, created_at desc, id desc);
create index on mails (to_address collate "C", created_at desc);
create index on mails (company_id, lower(to_address), created_at desc);

-- Each dialogue with the mail server.
create table mail_attempts (
  id bigint primary key generated always as identity,
  mail_id uuid not null references mails on delete cascade,
  at timestamptz not null,
  company_id uuid,
  outcome text not null check (outcome in ('sent', 'retry', 'refused', 'unknown', 'resend')),
  reason text
);
create index on mail_attempts (mail_id, id);
alter table mail_attempts enable row level security;
create policy carrier on mail_attempts to {{u_carrier}}, {{worker}} using (true);
grant select, insert on mail_attempts to {{u_carrier}};
grant select, insert, update, delete on mail_attempts to {{worker}};

create function app.keep_mail_content(p_id uuid, p_content jsonb) returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  update public.mails set content = p_content where p_content is not null and id = p_id and content is null and state = 'queued'
$$;
revoke all on function app.keep_mail_content(uuid, jsonb) from public;
grant execute on function app.keep_mail_content(uuid, jsonb)
  to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{identity}}, {{worker}};

-- Addresses of a company whose last mail was refused. Carries the tenant's condition itself: mails are the carrier's.
create function app.failing_addresses(p_company uuid) returns table (address text, reason text, failed_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, app as $$
  select f.to_address, f.last_error, f.updated_at
  from (
    select distinct on (lower(m.to_address)) m.to_address, m.state, m.last_error, m.updated_at
    from mails m
    where m.company_id = p_company and m.created_at > app.now() - interval '90 days' and m.state in ('sent', 'failed')
      and (app.company_id() in (m.company_id, m.ambassador_id, m.operator_id) or session_user = '{{staff}}')
    order by lower(m.to_address), m.created_at desc
  ) f
  where f.state = 'failed'
  order by f.to_address
  limit 100
$$;
revoke all on function app.failing_addresses(uuid) from public;
grant execute on function app.failing_addresses(uuid) to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}};

-- A company that changes partner takes its subscriptions with it; events keep the partner of their time.
create or replace function app.assign_partner(p_company uuid, p_ambassador uuid, p_operator uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
declare t text;
begin
  update companies set ambassador_id = p_ambassador, operator_id = p_operator, version = version + 1 where id = p_company;
  foreach t in array array['sites', 'contacts', 'users', 'rights', 'right_sites', 'user_rights', 'payment_details', 'company_proposals',
    'notification_preferences', 'contact_subscriptions', 'company_notification_addresses'] loop
    execute format('update %I set ambassador_id = $1, operator_id = $2 where company_id = $3', t) using p_ambassador, p_operator, p_company;
  end loop;
end $$;

select set_config('app.now', now()::text, true);
select app.subscribe_administrators();
