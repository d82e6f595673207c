create table activity (
  id uuid primary key,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  site_id uuid,
  at timestamptz not null default app.now(),
  actor_user_id uuid,
  actor_name text not null,
  actor_company_id uuid,
  on_behalf_of text,
  universe universe,
  ip text,
  action text not null,
  object_kind text not null,
  object_reference text,
  object_label text,
  before jsonb,
  after jsonb,
  request_id text
);
comment on table activity is 'The history of operations.';
comment on column activity.on_behalf_of is 'The company on whose behalf the actor worked, when it is not theirs: « A pour B ».';
create index on activity (company_id, at desc, id desc);
create index on activity (ambassador_id, at desc, id desc);
create index on activity (operator_id, at desc, id desc);
create index on activity (at desc, id desc);
create index on activity (site_id);
create index on activity (actor_user_id);
create index on activity (actor_company_id);
create index on activity (object_reference, at desc) where object_kind = 'accountcode';
comment on index activity_object_reference_at_idx is 'The history of one object: who changed an accountcode.';
