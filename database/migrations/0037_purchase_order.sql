-- Customers find their orders by the number that their own accounts give them (EN 16931: BT-13, the buyer's order).
alter table orders add column purchase_order text collate "C" check (purchase_order <> '');
comment on column orders.purchase_order is 'Number of the customer''s own purchase order, as typed by whoever ordered.';
create index on orders (purchase_order) where purchase_order is not null;
