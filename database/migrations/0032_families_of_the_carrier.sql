-- The carrier makes its own families: a picture of the design kit, and codes made from names, which may hold digits.
alter table offer_families add column icon text not null default 'package' check (icon ~ '^[a-z_]+$');
alter table offer_families drop constraint offer_families_code_check;
alter table offer_families add constraint offer_families_code_check check (code ~ '^[a-z0-9]+(_[a-z0-9]+)*$');
update offer_families f set icon = i.icon
from (values
  ('internet_access', 'world'), ('cloud', 'cloud'), ('unified_communications', 'users'), ('ip_telephony', 'call'),
  ('standard_telephony', 'phone'), ('mobile', 'mobile'), ('equipment', 'router')
) i (code, icon)
where f.code = i.code;
