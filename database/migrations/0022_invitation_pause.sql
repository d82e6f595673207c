-- When an invitation was sent again, over the last day: a person's mailbox is not flooded by whoever may invite.
alter table users add column invitation_times timestamptz[] not null default '{}';
grant update (invitation_times) on users to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{worker}};
