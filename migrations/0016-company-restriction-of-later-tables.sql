-- The limit of 0010 for tables that came after it.

-- A legal hold stands for a company or for one of its documents.
create policy companies on retention_hold as restrictive using ((select app_companies()) is null or company_id = any ((select app_companies())::uuid[])
  or exists (select 1 from received_invoice r where r.workspace_id = retention_hold.workspace_id and r.id = retention_hold.received_invoice_id));
