import { partyColumns } from "../contract.ts";
import { CsvImport } from "./csv-import.tsx";

export function ImportCustomers() {
  return <CsvImport title="Import customers" back="/customers" path="/api/customers/import" one="customer" many="customers" columns={partyColumns} needed={["name"]} refresh={["/api/customers", "/api/customers/{id}"]}
    matched="A row is a customer you have when its number, else its VAT number, else its exact name is known." />;
}
