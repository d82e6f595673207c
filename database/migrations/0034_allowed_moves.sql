create table allowed_moves (
  table_name text not null,
  actor text not null check (actor in ('customer', 'carrier')),
  from_state text not null,
  to_state text not null,
  kind text not null,
  primary key (table_name, actor, from_state, to_state, kind)
);
comment on table allowed_moves is 'From which state to which a row may go, and by whom. Written from the lifecycles'' own declarations when the portal starts.';
comment on column allowed_moves.kind is 'Kind of order; empty for what has no kinds.';
