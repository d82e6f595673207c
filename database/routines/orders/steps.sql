create trigger keep_to_lifecycle before update of state on order_steps for each row when (old.state is distinct from new.state)
  execute function app.keep_to_lifecycle();

create function app.follow_steps(p_orders uuid[]) returns void language sql security definer set search_path = pg_catalog, public as $$
-- What lists show of an order's steps, written on the order.
  update orders o set steps_total = s.total, steps_done = s.done, next_due_on = s.due, next_step_id = s.next_id, blocked_step_id = s.blocked_id,
    next_due_by = s.due_by, steps_end_on = s.ends, waits_for = s.waits_for
  from (
    select i.id, count(st.id) as total, count(*) filter (where st.state in ('done', 'skipped')) as done,
      min(st.planned_on) filter (where st.state not in ('done', 'skipped')) as due,
      (array_agg(st.id order by st.state = 'blocked' desc, st.state = 'in_progress' desc, st.position) filter (where st.state not in ('done', 'skipped')))[1] as next_id,
      (array_agg(st.id order by st.position) filter (where st.state = 'blocked'))[1] as blocked_id,
      (array_agg(coalesce(st.blocked_by, st.actor) order by st.planned_on, st.position)
        filter (where st.planned_on is not null and st.state not in ('done', 'skipped')))[1] as due_by,
      case when bool_and(st.planned_on is not null) filter (where st.state not in ('done', 'skipped'))
        then max(st.planned_on) filter (where st.state not in ('done', 'skipped')) end as ends,
      (array_agg(coalesce(st.blocked_by, st.actor) order by st.state = 'blocked' desc, st.state = 'in_progress' desc, st.position)
        filter (where st.state not in ('done', 'skipped')))[1] as waits_for
    from unnest(p_orders) as i (id) left join order_steps st on st.order_id = i.id
    group by i.id
  ) s
  where o.id = s.id
    and (o.steps_total, o.steps_done, o.next_due_on, o.next_step_id, o.blocked_step_id, o.next_due_by, o.steps_end_on, o.waits_for)
      is distinct from (s.total::integer, s.done::integer, s.due, s.next_id, s.blocked_id, s.due_by, s.ends, s.waits_for)
$$;

create function app.steps_written() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform app.follow_steps((select array_agg(distinct order_id) from written));
  return null;
end $$;
create trigger steps_inserted after insert on order_steps referencing new table as written for each statement execute function app.steps_written();
create trigger steps_updated after update on order_steps referencing new table as written for each statement execute function app.steps_written();
create trigger steps_deleted after delete on order_steps referencing old table as written for each statement execute function app.steps_written();

create function app.release_step() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
-- A step that an order still names cannot go: the order lets go of it first.
begin
  update orders set next_step_id = nullif(next_step_id, old.id), blocked_step_id = nullif(blocked_step_id, old.id)
  where id = old.order_id and old.id in (next_step_id, blocked_step_id);
  return old;
end $$;
create trigger release_step before delete on order_steps for each row execute function app.release_step();
