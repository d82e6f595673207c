alter table imports enable row level security;
create policy carrier on imports to {{u_carrier}}, {{worker}} using (true);
grant select, insert, update on imports to {{u_carrier}}, {{worker}};
grant usage on sequence import_number_seq to {{u_carrier}}, {{worker}};

select app.keep_for('import_rows', 'carrier', '{{u_carrier}}, {{worker}}');
