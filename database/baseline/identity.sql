create sequence login_number_seq start 100;
create table users (
  id uuid primary key,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_id uuid,
  contact_id uuid not null unique,
  login_number bigint not null unique default nextval('login_number_seq'),
  login text not null unique generated always as ('E-' || lpad(login_number::text, greatest(9, length(login_number::text)), '0')) stored,
  display_name text not null,
  state text not null default 'invited' check (state in ('invited', 'active', 'suspended')),
  language language not null default 'fr',
  is_administrator boolean not null default false,
  last_universe universe,
  last_sign_in_at timestamptz,
  created_at timestamptz not null default app.now(),
  version integer not null default 1,
  name_fold text collate "C" generated always as (app.folded_person(display_name)) stored,
  invitation_times timestamptz[] not null default '{}',
  constraint users_site_id_fkey foreign key (site_id, company_id) references sites (id, company_id),
  constraint users_contact_id_fkey foreign key (contact_id, company_id) references contacts (id, company_id)
);
comment on column users.version is 'Who edits a user''s rights says which state they read.';
comment on column users.invitation_times is
  'When an invitation was sent again, over the last day: a person''s mailbox is not flooded by whoever may invite.';
create index on users (company_id, display_name);
create index on users (ambassador_id);
create index on users (operator_id);
create index on users (site_id);
create unique index users_in_company on users (id, company_id);
-- Lists of users: by name without accents nor case, by last sign-in, by state; those who never came.
create index on users (name_fold collate "C", id);
create index on users (ambassador_id, name_fold collate "C", id);
create index on users (operator_id, name_fold collate "C", id);
create index on users using gin (name_fold gin_trgm_ops);
create index on users (coalesce(last_sign_in_at, timestamptz '1970-01-01 00:00:00+00'), id);
create index on users (state, name_fold collate "C", id);
create index on users (state, coalesce(last_sign_in_at, timestamptz '1970-01-01 00:00:00+00'), id);
create index on users (name_fold collate "C", id) where last_sign_in_at is null;

create table credentials (
  user_id uuid primary key references users,
  password_hash text not null,
  changed_at timestamptz not null
);

create table sessions (
  id uuid primary key,
  token_hash bytea not null unique,
  user_id uuid not null references users,
  stage text not null check (stage in ('second_factor', 'enrol_second_factor', 'accept_terms', 'complete')),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ip text,
  user_agent text,
  step_up_until timestamptz,
  view_as_user_id uuid references users,
  view_as_reason text,
  revoked_at timestamptz
);
create index on sessions (user_id) where revoked_at is null;
create index on sessions (view_as_user_id);
create index on sessions (expires_at);

create table factors (
  id uuid primary key,
  user_id uuid not null references users,
  kind text not null check (kind in ('totp', 'passkey')),
  name text not null,
  secret_sealed bytea,
  last_step bigint,
  credential_id text unique,
  public_key bytea,
  counter bigint,
  transports text[],
  confirmed_at timestamptz,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index on factors (user_id);

create table backup_codes (
  user_id uuid not null references users,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (user_id, code_hash)
);

create table challenges (
  id uuid primary key,
  user_id uuid references users,
  session_id uuid references sessions,
  kind text not null check (kind in ('passkey_registration', 'passkey_authentication')),
  challenge text not null,
  expires_at timestamptz not null
);
create index on challenges (user_id);
create index on challenges (session_id);
create index on challenges (expires_at);

create table password_links (
  token_hash bytea primary key,
  user_id uuid not null references users,
  kind text not null check (kind in ('initialisation', 'forgotten')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table password_links is 'Single-use links: initialisation and forgotten password. Only the hash of the token is kept.';
create index on password_links (user_id);
create index on password_links (expires_at);

create table known_places (
  user_id uuid not null references users,
  kind text not null check (kind in ('device', 'network')),
  place text not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (user_id, kind, place)
);
comment on table known_places is 'Where a person is known: a browser that carries a device cookie of theirs, and networks (/24, /48) that a complete '
  'session was opened from. From a known place nobody else''s failures slow the person down; from an unknown network they get a mail.';
comment on column known_places.place is 'Hash of the device cookie in hexadecimal, or the network.';

create table sign_in_failures (
  key text primary key,
  failures integer not null,
  last_at timestamptz not null,
  delayed_until timestamptz not null
);
comment on table sign_in_failures is 'Failed attempts, by key (login and network, login, network): delays grow, nothing locks for good.';
create index on sign_in_failures (last_at);

create table terms_versions (
  version text primary key,
  published_at timestamptz not null,
  body_fr text not null,
  body_en text not null
);

create table terms_acceptances (
  user_id uuid not null references users,
  version text not null references terms_versions,
  accepted_at timestamptz not null,
  ip text,
  primary key (user_id, version)
);
create index on terms_acceptances (version);

-- Who the rows of the domains before are about ------------------------------------------------------------------------------------------

alter table idempotency_keys add foreign key (user_id) references users;
alter table job_progress add foreign key (user_id) references users;
alter table mails add foreign key (user_id) references users;
alter table files add foreign key (user_id) references users;
alter table activity add foreign key (actor_user_id) references users;
alter table user_rights add constraint user_rights_user_id_fkey foreign key (user_id, company_id) references users (id, company_id);
alter table effective_rights add foreign key (user_id) references users;
