-- Lists of orders and contracts answer « when? » from the order's own row, as its steps have it.
alter table orders add column next_due_by step_actor, add column steps_end_on date, add column waits_for step_actor;
comment on column orders.next_due_by is 'Who must act on the open step with the earliest planned day.';
comment on column orders.steps_end_on is 'Last planned day of the open steps, while each has one: the estimate of a delivery that nobody promised.';
comment on column orders.waits_for is 'Who must act now: on what is blocked, else begun, else first to do.';
update orders o set next_due_by = s.due_by, steps_end_on = s.ends, waits_for = s.waits_for
from (
  select order_id,
    (array_agg(coalesce(blocked_by, actor) order by planned_on, position) filter (where planned_on is not null))[1] as due_by,
    case when count(*) = count(planned_on) then max(planned_on) end as ends,
    (array_agg(coalesce(blocked_by, actor) order by state = 'blocked' desc, state = 'in_progress' desc, position))[1] as waits_for
  from order_steps where state not in ('done', 'skipped') group by order_id
) s
where o.id = s.order_id;
