create trigger stamp_event before insert on notification_events for each row execute function app.stamp(
  'select c.ambassador_id, c.operator_id, c.reference as company_reference, c.name as company_name from companies c where c.id = ($1).company_id');

-- Anybody may report what happens to a company of theirs; one reads the events that one was told of.
alter table notification_events enable row level security;
create policy client on notification_events for insert to {{u_client}}, {{u_end_client}} with check (company_id = (select app.company_id()));
create policy ambassador on notification_events for insert to {{u_ambassador}} with check (ambassador_id = (select app.company_id()));
create policy operator on notification_events for insert to {{u_operator}} with check (operator_id = (select app.company_id()));
create policy carrier on notification_events for insert to {{u_carrier}} with check (true);
create policy told on notification_events for select to {{u_all}}
  using (exists (select from notifications n where n.event_id = notification_events.id and n.user_id = (select app.user_id())));
create policy worker on notification_events to {{worker}} using (true);
grant select, insert on notification_events to {{u_all}};
grant select, insert, update, delete on notification_events to {{worker}};

alter table notifications enable row level security;
create policy own on notifications to {{u_all}} using (user_id = (select app.user_id()));
create policy worker on notifications to {{worker}} using (true);
grant select, update (read_at) on notifications to {{u_all}};
grant select, insert, update, delete on notifications to {{worker}};

select app.keep_for('notification_mails', 'worker', '{{worker}}');
select app.keep_for('notification_digests', 'worker', '{{worker}}');
