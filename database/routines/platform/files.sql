create trigger stamp_partner before insert on files for each row execute function app.stamp_partner();
select app.protect('files', 'site_id');
grant select, insert on files to {{u_all}};
grant select, insert, update, delete on files to {{worker}};
