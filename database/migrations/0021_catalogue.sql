-- The families of the shop, in its order.
insert into offer_families (code, name, name_en, position) values
  ('internet_access', 'Accès Internet', 'Internet access', 1),
  ('cloud', 'Cloud', 'Cloud', 2),
  ('unified_communications', 'Com''unifieds', 'Unified communications', 3),
  ('ip_telephony', 'Téléphonie IP', 'IP telephony', 4),
  ('standard_telephony', 'Téléphonie standard', 'Standard telephony', 5),
  ('mobile', 'Mobile', 'Mobile', 6),
  ('equipment', 'Matériel', 'Equipment', 7);

-- Two published versions of an offer never cover the same day.
create extension if not exists btree_gist with schema public;
alter table offer_versions add constraint published_versions_apart
  exclude using gist (offer_id with =, daterange(valid_from, valid_until, '[]') with &&) where (state = 'published');

-- An item of the price list is named once; a file named by several versions of an offer is kept once.
alter table offer_sheets drop constraint offer_sheets_storage_key_key;
create index on offer_sheets (storage_key);

-- How long an offer usually takes is said to everybody who may order it.
create policy readers on offer_delivery_times for select to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}} using (true);
grant select on offer_delivery_times to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}};
