-- Deliveries: what was changed before them, the day from which an order is late, the queue.

-- What the carrier changed of a running order, before and after, in words that the customer reads. Amounts stand apart.
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
  -- [{field, label: {fr, en}, before: {fr, en} | null, after: {fr, en} | null}]
  changes jsonb not null
);
create index on order_amendments (order_id, at);
create index on order_amendments (company_id);
create index on order_amendments (ambassador_id);
create index on order_amendments (operator_id);
create trigger stamp_partner before insert on order_amendments for each row execute function app.stamp_from_order();
select app.protect_sites('order_amendments');
grant select on order_amendments to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{worker}};
grant insert on order_amendments to {{u_carrier}}, {{worker}};

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
create function app.stamp_payer_of_amendment() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  select o.id, o.company_id, o.ambassador_id, o.payer_id into strict new.order_id, new.company_id, new.ambassador_id, new.payer_id
  from order_amendments a join orders o on o.id = a.order_id where a.id = new.amendment_id;
  return new;
end $$;
create trigger stamp_payer before insert on order_amendment_amounts for each row execute function app.stamp_payer_of_amendment();
select app.protect_amounts('order_amendment_amounts');
revoke insert, update on order_amendment_amounts from {{u_client}}, {{u_ambassador}}, {{u_operator}};

-- An amended order gets its items anew.
grant delete on order_items, order_item_amounts to {{u_carrier}}, {{worker}};

-- A company that changes partner takes them along, like its orders.
create function app.amendments_follow_partner() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update order_amendments set ambassador_id = new.ambassador_id, operator_id = new.operator_id where order_id = new.id;
  update order_amendment_amounts set ambassador_id = new.ambassador_id, payer_id = new.payer_id where order_id = new.id;
  return null;
end $$;
create trigger amendments_follow_partner after update of ambassador_id, operator_id, payer_id on orders for each row
  when ((old.ambassador_id, old.operator_id, old.payer_id) is distinct from (new.ambassador_id, new.operator_id, new.payer_id))
  execute function app.amendments_follow_partner();

-- The queue shows thousands of running orders with what is done of them: kept on the order, written with its steps.
alter table orders
  add column steps_total integer not null default 0,
  add column steps_done integer not null default 0,
  -- Earliest planned day of an open step: once past, the order is late.
  add column next_due_on date,
  -- The next step to do: blocked first, then begun, then the first of the others.
  add column next_step_id uuid references order_steps;
create index on orders (next_step_id);

create function app.follow_steps(p_orders uuid[]) returns void language sql security definer set search_path = pg_catalog, public as $$
  update orders o set steps_total = s.total, steps_done = s.done, next_due_on = s.due, next_step_id = s.next_id, blocked_step_id = s.blocked_id
  from (
    select i.id, count(st.id) as total, count(*) filter (where st.state in ('done', 'skipped')) as done,
      min(st.planned_on) filter (where st.state not in ('done', 'skipped')) as due,
      (array_agg(st.id order by st.state = 'blocked' desc, st.state = 'in_progress' desc, st.position) filter (where st.state not in ('done', 'skipped')))[1] as next_id,
      (array_agg(st.id order by st.position) filter (where st.state = 'blocked'))[1] as blocked_id
    from unnest(p_orders) as i (id) left join order_steps st on st.order_id = i.id
    group by i.id
  ) s
  where o.id = s.id
    and (o.steps_total, o.steps_done, o.next_due_on, o.next_step_id, o.blocked_step_id)
      is distinct from (s.total::integer, s.done::integer, s.due, s.next_id, s.blocked_id)
$$;
revoke all on function app.follow_steps(uuid[]) from public;

create function app.steps_written() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform app.follow_steps((select array_agg(distinct order_id) from written));
  return null;
end $$;
create trigger steps_inserted after insert on order_steps referencing new table as written for each statement execute function app.steps_written();
create trigger steps_updated after update on order_steps referencing new table as written for each statement execute function app.steps_written();
-- A step that an order still names cannot go: the order lets go of it first.
create function app.release_step() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update orders set next_step_id = nullif(next_step_id, old.id), blocked_step_id = nullif(blocked_step_id, old.id)
  where id = old.order_id and old.id in (next_step_id, blocked_step_id);
  return old;
end $$;
create trigger release_step before delete on order_steps for each row execute function app.release_step();
create trigger steps_deleted after delete on order_steps referencing old table as written for each statement execute function app.steps_written();
select app.follow_steps(array(select id from orders));

-- Sorts of the queue: only running orders are in it.
create index orders_queue_placed on orders (placed_at, id) where state in ('awaiting_client', 'submitted', 'in_delivery');

-- Late risk: deliveries of an offer, latest first.
create index orders_delivered on orders (offer_id, delivered_on desc) where state = 'delivered';

-- The portal's own papers are written once each, however often their job runs.
create unique index commerce_documents_once on commerce_documents (order_id, kind, name) where kind in ('order_form', 'delivery_note');
