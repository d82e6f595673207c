create domain step_actor as text check (value in ('carrier', 'client', 'partner', 'infrastructure'));

create table order_batches (
  id uuid primary key,
  basket_id uuid not null unique,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  payer_id uuid not null references companies,
  placed_at timestamptz not null,
  placed_by_user_id uuid references users,
  placed_by_name text not null,
  placed_universe universe not null,
  terms_version text references sale_terms_versions,
  terms_accepted_at timestamptz,
  terms_accepted_by text,
  terms_accepted_ip text,
  constraint order_batches_basket_id_fkey foreign key (basket_id, company_id) references baskets (id, company_id)
);
comment on table order_batches is 'What was ordered in one go. Terms of sale as accepted.';
create index on order_batches (company_id, placed_at desc);
create index on order_batches (ambassador_id);
create index on order_batches (operator_id);
create index on order_batches (payer_id);
create index on order_batches (placed_by_user_id);
create index on order_batches (terms_version);

create sequence order_number_seq start 100;
create table orders (
  id uuid primary key,
  number bigint not null unique default nextval('order_number_seq'),
  reference text not null unique generated always as ('COM' || lpad(number::text, greatest(5, length(number::text)), '0')) stored,
  batch_id uuid references order_batches,
  subscription_id uuid not null references subscriptions,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  payer_id uuid not null references companies,
  site_id uuid not null references sites,
  site_ids uuid[] not null check (cardinality(site_ids) > 0),
  kind order_kind not null,
  state order_state not null,
  offer_id uuid not null references offers,
  offer_version_id uuid not null references offer_versions,
  offer_name text not null,
  company_name text not null,
  values jsonb not null default '{}',
  quantity_before integer,
  quantity_after integer,
  commitment_months integer not null default 0 check (commitment_months between 0 and 120),
  wished_on date,
  placed_at timestamptz not null,
  placed_by_user_id uuid references users,
  placed_by_name text not null,
  placed_universe universe not null,
  onsite_contact_id uuid,
  onsite_contact_name text,
  onsite_contact_phone text,
  submitted_at timestamptz,
  pilot_user_id uuid references users,
  pilot_name text,
  taken_at timestamptz,
  planned_on date,
  delivered_on date,
  closed_at timestamptz,
  closing_reason text,
  blocked_step_id uuid,
  version integer not null default 1,
  steps_total integer not null default 0,
  steps_done integer not null default 0,
  next_due_on date,
  next_step_id uuid,
  long_commitment_waiver boolean not null default false,
  constraint orders_onsite_contact_id_fkey foreign key (onsite_contact_id, company_id) references contacts (id, company_id)
);
comment on column orders.submitted_at is 'When the client validated, or when it was placed if nobody had to.';
comment on column orders.pilot_user_id is 'Céline B.: clients do not see the carrier''s people.';
comment on column orders.closing_reason is 'Shown to the client; the carrier''s own words are in order_notes.';
comment on column orders.steps_total is
  'The queue shows thousands of running orders with what is done of them: kept on the order, written with its steps, like the three that follow.';
comment on column orders.next_due_on is 'Earliest planned day of an open step: once past, the order is late.';
comment on column orders.next_step_id is 'The next step to do: blocked first, then begun, then the first of the others.';
comment on column orders.long_commitment_waiver is
  'A small company consents to more than 24 months where it accepts: when it orders, or when it validates what somebody ordered for it, by when it may '
  'have become small. The order keeps that consent; its delivery writes it on the contract.';
create index on orders (company_id, number desc);
create index on orders (ambassador_id, number desc) where ambassador_id is not null;
create index on orders (operator_id, number desc) where operator_id is not null;
create index on orders (subscription_id, number desc);
create index on orders (batch_id);
create index on orders (payer_id);
create index on orders (site_id);
create index on orders (offer_id, state);
create index on orders (offer_version_id);
create index on orders (pilot_user_id, number) where state in ('submitted', 'in_delivery');
create index on orders (number) where state in ('awaiting_client', 'submitted', 'in_delivery');
create index on orders (placed_by_user_id);
create index on orders (onsite_contact_id);
create unique index on orders (subscription_id) where state in ('awaiting_client', 'submitted', 'in_delivery');
comment on index orders_subscription_id_idx is 'One running operation on a contract at a time.';
create index on orders (blocked_step_id);
create index on orders (next_step_id);
create index orders_queue_placed on orders (placed_at, id) where state in ('awaiting_client', 'submitted', 'in_delivery');
comment on index orders_queue_placed is 'Sorts of the queue: only running orders are in it.';
create index orders_delivered on orders (offer_id, delivered_on desc) where state = 'delivered';
comment on index orders_delivered is 'Late risk: deliveries of an offer, latest first.';

create table order_items (
  id uuid primary key,
  order_id uuid not null references orders,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_ids uuid[] not null,
  position integer not null,
  action text not null check (action in ('add', 'modify', 'delete')),
  item text not null,
  label text not null,
  label_en text not null,
  quantity_before integer,
  quantity_after integer
);
create index on order_items (order_id, position);
create index on order_items (company_id);
create index on order_items (ambassador_id);
create index on order_items (operator_id);

create table order_item_amounts (
  order_item_id uuid primary key references order_items,
  order_id uuid not null references orders,
  payer_id uuid not null references companies,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  one_off_cents bigint not null,
  monthly_cents bigint not null
);
comment on table order_item_amounts is 'One row per item: unit amounts, as agreed when the order was placed.';
create index on order_item_amounts (order_id);
create index on order_item_amounts (payer_id);
create index on order_item_amounts (company_id);
create index on order_item_amounts (ambassador_id);

create table order_steps (
  id uuid primary key,
  order_id uuid not null references orders,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_ids uuid[] not null,
  position integer not null,
  label text not null check (label <> ''),
  label_en text not null check (label_en <> ''),
  actor step_actor not null,
  state text not null default 'to_do' check (state in ('to_do', 'in_progress', 'blocked', 'done', 'skipped')),
  planned_on date,
  done_on date,
  done_by_name text,
  blocked_by step_actor,
  blocked_cause text,
  blocked_at timestamptz,
  version integer not null default 1,
  check ((state = 'blocked') = (blocked_cause is not null and blocked_by is not null))
);
create index on order_steps (order_id, position);
create index on order_steps (company_id);
create index on order_steps (ambassador_id);
create index on order_steps (operator_id);
alter table orders add foreign key (blocked_step_id) references order_steps, add foreign key (next_step_id) references order_steps;

create table order_comments (
  id uuid primary key,
  order_id uuid not null references orders,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_ids uuid[] not null,
  at timestamptz not null,
  author_name text not null,
  author_universe universe not null,
  body text not null check (body <> '')
);
comment on table order_comments is 'Shared with the client and its partner.';
comment on column order_comments.author_universe is 'The author''s side, so that a reader knows who speaks.';
create index on order_comments (order_id, at);
create index on order_comments (company_id);
create index on order_comments (ambassador_id);
create index on order_comments (operator_id);

create table order_notes (
  id uuid primary key,
  order_id uuid not null references orders,
  company_id uuid not null references companies,
  at timestamptz not null,
  author_name text not null,
  body text not null check (body <> '')
);
comment on table order_notes is 'The carrier''s own.';
create index on order_notes (order_id, at);
create index on order_notes (company_id);

create table order_amendments (
  id uuid primary key,
  order_id uuid not null references orders,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_ids uuid[] not null,
  at timestamptz not null,
  author_name text not null,
  reason text not null check (reason <> ''),
  changes jsonb not null
);
comment on table order_amendments is
  'What the carrier changed of a running order, before and after, in words that the customer reads. Amounts stand apart.';
comment on column order_amendments.changes is '[{field, label: {fr, en}, before: {fr, en} | null, after: {fr, en} | null}]';
create index on order_amendments (order_id, at);
create index on order_amendments (company_id);
create index on order_amendments (ambassador_id);
create index on order_amendments (operator_id);

create table order_amendment_amounts (
  amendment_id uuid primary key references order_amendments,
  order_id uuid not null references orders,
  payer_id uuid not null references companies,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  one_off_before_cents bigint not null,
  monthly_before_cents bigint not null,
  one_off_after_cents bigint not null,
  monthly_after_cents bigint not null
);
create index on order_amendment_amounts (order_id);
create index on order_amendment_amounts (payer_id);
create index on order_amendment_amounts (company_id);
create index on order_amendment_amounts (ambassador_id);

create table commerce_documents (
  id uuid primary key,
  subscription_id uuid not null references subscriptions,
  order_id uuid references orders,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  payer_id uuid not null references companies,
  site_ids uuid[] not null,
  kind text not null check (kind in ('order_form', 'delivery_note', 'termination_letter', 'termination_notice', 'attachment')),
  name text not null,
  file_id uuid not null references files,
  shows_amounts boolean not null,
  internal boolean not null default false,
  created_at timestamptz not null,
  created_by_name text not null
);
comment on column commerce_documents.shows_amounts is 'A document that shows amounts is for who pays, the ambassador and the carrier.';
comment on column commerce_documents.internal is 'The carrier''s own working papers.';
create index on commerce_documents (subscription_id, created_at desc);
create index on commerce_documents (order_id);
create index on commerce_documents (company_id);
create index on commerce_documents (ambassador_id);
create index on commerce_documents (operator_id);
create index on commerce_documents (payer_id);
create index on commerce_documents (file_id);
create unique index commerce_documents_once on commerce_documents (order_id, kind, name) where kind in ('order_form', 'delivery_note');
comment on index commerce_documents_once is 'The portal''s own papers are written once each, however often their job runs.';

create table terminations (
  id uuid primary key,
  subscription_id uuid not null references subscriptions,
  order_id uuid not null unique references orders,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_ids uuid[] not null,
  state text not null default 'pending' check (state in ('pending', 'withdrawn', 'effective')),
  origin text not null check (origin in ('portal', 'letter', 'carrier', 'port_out')),
  requested_on date not null,
  wished_on date not null,
  notice_count integer not null,
  notice_unit notice_unit not null,
  effective_on date not null,
  billed_until date not null,
  remaining_months integer not null default 0 check (remaining_months >= 0),
  reason text,
  requested_at timestamptz not null,
  requested_by_name text not null,
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  closed_at timestamptz,
  version integer not null default 1
);
comment on column terminations.requested_on is 'Day that starts the notice: of the request, or of the letter''s reception.';
create unique index on terminations (subscription_id) where state = 'pending';
create index on terminations (subscription_id);
create index on terminations (effective_on) where state = 'pending';
create index on terminations (company_id);
create index on terminations (ambassador_id);
create index on terminations (operator_id);

create table termination_amounts (
  termination_id uuid primary key references terminations,
  payer_id uuid not null references companies,
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  one_off_cents bigint not null check (one_off_cents >= 0),
  penalty_cents bigint not null check (penalty_cents >= 0)
);
create index on termination_amounts (payer_id);
create index on termination_amounts (company_id);
create index on termination_amounts (ambassador_id);

alter table subscriptions add foreign key (last_order_id) references orders;
alter table commitments add foreign key (order_id) references orders;
