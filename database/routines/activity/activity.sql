create trigger stamp_partner before insert on activity for each row execute function app.stamp_partner();
select app.protect('activity', 'site_id');
grant select, insert on activity to {{u_all}}, {{identity}}, {{worker}};

-- Nobody signs the history with another name than their own.
create policy own_actor on activity as restrictive for insert to {{u_all}}
  with check (actor_user_id = (select app.user_id()) and actor_company_id = (select app.company_id()));

-- Partners follow what happens to their clients, never how their people sign in: sessions, factors, passwords, terms.
create policy no_accounts on activity as restrictive for select to {{u_ambassador}}, {{u_operator}}
  using (company_id = (select app.company_id()) or split_part(action, '.', 1) not in ('session', 'factor', 'backup_codes', 'password', 'terms'));

-- Accountcodes are the partner's own, in the history too.
create policy no_accountcodes on activity as restrictive for select to {{u_client}}, {{u_end_client}} using (object_kind <> 'accountcode');
