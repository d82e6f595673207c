-- A proposal is about the sheet of the company, which belongs to no site: under a right limited to sites there is none.
create policy sites on company_proposals as restrictive to {{u_client}}, {{u_end_client}} using ((select app.all_sites()));
