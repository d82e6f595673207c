-- What the portal does around its business: requests that are repeated, jobs, mails, files. Whose these rows are is added by the domains that come after.

create domain universe as text check (value in ('client', 'ambassador', 'operator', 'carrier'));
create domain language as text check (value in ('fr', 'en'));

create table demonstration_parts (
  part text primary key,
  version integer not null,
  seeded_on date not null
);
comment on table demonstration_parts is 'Which parts of the demonstration are already here.';

create table idempotency_keys (
  user_id uuid not null,
  key text not null,
  request_hash bytea not null,
  status integer,
  answer jsonb,
  created_at timestamptz not null,
  primary key (user_id, key)
);
comment on table idempotency_keys is 'Answers given to idempotent requests, kept a day.';
create index on idempotency_keys (created_at);

-- Jobs --------------------------------------------------------------------------------------------------------------------------------

create table periodic_jobs (
  name text primary key,
  due_at timestamptz not null
);
comment on table periodic_jobs is 'When each periodic job was last due, on the portal''s clock: several workers tick, one of them enqueues.';

create table job_progress (
  id uuid primary key,
  kind text not null,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  user_id uuid not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  done bigint not null default 0,
  total bigint,
  message_code text,
  result jsonb,
  cancel_requested boolean not null default false,
  created_at timestamptz not null default app.now(),
  updated_at timestamptz not null default app.now()
);
comment on table job_progress is 'How far a long job is. Its starter sees it and may ask to cancel it; the worker writes it.';
create index on job_progress (company_id);
create index on job_progress (ambassador_id);
create index on job_progress (operator_id);
create index on job_progress (user_id, created_at desc);

-- Mails -------------------------------------------------------------------------------------------------------------------------------

create table mails (
  id uuid primary key,
  message_id text not null unique,
  company_id uuid,
  ambassador_id uuid,
  operator_id uuid,
  user_id uuid,
  to_address text not null,
  login text,
  template text not null,
  language language not null,
  subject text not null,
  parameters bytea,
  unsubscribe_url text,
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'failed', 'uncertain')),
  sender text,
  attempts integer not null default 0,
  last_error text,
  next_attempt_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  sent_at timestamptz,
  content jsonb
);
comment on column mails.message_id is 'Stable: the same mail sent twice would carry the same Message-ID.';
comment on column mails.login is 'Login, when the mail is about one: it names the file when mails are kept on disk.';
comment on column mails.parameters is 'Encrypted, because they may hold links with tokens; wiped once sent.';
comment on column mails.unsubscribe_url is 'List-Unsubscribe target, when the mail is a notification.';
comment on column mails.sender is 'Worker that took it: when it died in « sending », nobody knows whether the server took the mail.';
comment on column mails.content is 'What the mail says without its links, when it holds no secret: read by the carrier''s staff.';
create index on mails (company_id, created_at desc, id desc);
create index on mails (ambassador_id, created_at desc, id desc);
create index on mails (operator_id, created_at desc, id desc);
create index on mails (user_id);
create index on mails (created_at desc, id desc);
create index on mails (state, created_at) where state in ('queued', 'sending', 'failed', 'uncertain');
create index on mails (template, created_at desc, id desc);
create index on mails (to_address collate "C", created_at desc);
create index on mails (company_id, lower(to_address), created_at desc);
create index on mails (company_id, created_at desc) where state = 'failed';
comment on index mails_company_id_created_at_idx is
  'Every page asks an administrator''s count of failing addresses: it starts from the few mails that failed, not from all that left.';
create index mails_to_send on mails (next_attempt_at, id) where state = 'queued' and sender is null and parameters is not null;

create table mail_attempts (
  id bigint primary key generated always as identity,
  mail_id uuid not null references mails on delete cascade,
  at timestamptz not null,
  company_id uuid,
  outcome text not null check (outcome in ('sent', 'retry', 'refused', 'unknown', 'resend')),
  reason text
);
comment on table mail_attempts is 'Each dialogue with the mail server.';
create index on mail_attempts (mail_id, id);

-- Files -------------------------------------------------------------------------------------------------------------------------------

create table files (
  id uuid primary key,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  site_id uuid,
  user_id uuid,
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
