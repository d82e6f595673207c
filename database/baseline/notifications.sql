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
comment on table notification_preferences is
  'What a contact chose beyond the masks. `administrator_since`: the defaults of an administrator were given, once and for all.';
create index on notification_preferences (company_id);
create index on notification_preferences (ambassador_id);
create index on notification_preferences (operator_id);

create table contact_subscriptions (
  contact_id uuid not null,
  universe universe not null,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  interface_mask integer not null default 0 check (interface_mask >= 0),
  email_mask integer not null default 0 check (email_mask >= 0),
  primary key (contact_id, universe),
  foreign key (contact_id, company_id) references contacts (id, company_id)
);
comment on table contact_subscriptions is 'One bit per category (notification-categories.ts), one mask per channel.';
create index on contact_subscriptions (company_id, universe);
create index on contact_subscriptions (ambassador_id);
create index on contact_subscriptions (operator_id);

create table company_notification_addresses (
  company_id uuid primary key references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  addresses jsonb not null default '{}',
  version integer not null default 1
);
comment on table company_notification_addresses is 'Universe → category → address of a group of people.';
create index on company_notification_addresses (ambassador_id);
create index on company_notification_addresses (operator_id);

create table notification_events (
  id uuid primary key,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_id uuid,
  company_reference text not null,
  company_name text not null,
  category text not null,
  universes text[],
  code text not null,
  object_kind text not null,
  object_reference text,
  parameters jsonb not null default '{}',
  created_at timestamptz not null,
  fanned_out_at timestamptz,
  foreign key (site_id, company_id) references sites (id, company_id)
);
comment on table notification_events is
  'Written in the transaction of what happened. The partner is the one of that moment; name and reference are copied, for who may not read the company.';
comment on column notification_events.universes is 'Null: every universe that the event concerns.';
create index on notification_events (company_id, id);
create index on notification_events (ambassador_id);
create index on notification_events (operator_id);
create index on notification_events (site_id);
create index on notification_events (created_at);

create table notifications (
  id uuid primary key,
  event_id uuid not null references notification_events,
  user_id uuid not null references users,
  company_id uuid not null,
  site_id uuid,
  universe universe not null,
  category text not null,
  read_at timestamptz,
  unique (event_id, user_id)
);
comment on table notifications is
  'What a person was told in the application. `company_id` is the company of the event; the person may be its partner''s or the carrier''s.';
create index on notifications (user_id, id desc);
create index on notifications (user_id, id desc) where read_at is null;

create table notification_mails (
  event_id uuid not null references notification_events,
  address text not null,
  company_id uuid not null,
  mail_id uuid not null,
  primary key (event_id, address)
);
comment on table notification_mails is 'Mails of an event: one per address, whatever the number of subscriptions behind it.';
comment on column notification_mails.address is 'In lower case.';

create table notification_digests (
  event_id uuid not null references notification_events,
  contact_id uuid not null references contacts,
  company_id uuid not null,
  universe universe not null,
  primary key (event_id, contact_id)
);
comment on table notification_digests is 'Mails that wait for the hour or the day that a contact chose.';
create index on notification_digests (contact_id, event_id);

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
comment on table notification_unsubscriptions is
  'Unsubscriptions by the link of a mail: what was taken away, so that an administrator can bring it back.';
create index on notification_unsubscriptions (company_id, address, category);
