import { CsvImport } from "../../parties/screens/index.ts";
import { itemColumns } from "../contract.ts";

export function ImportServices() {
  return <CsvImport title="Import services" back="/services" path="/api/items/import" one="service" many="services" columns={itemColumns} needed={["name", "unit_price", "vat_category"]} refresh={["/api/items", "/api/items/{id}"]}
    matched="A row is a service you have when its code, else its exact name is known. VAT category is a letter of EN 16931: S standard or reduced, Z zero, E exempt, AE reverse charge, K within the EU, G export, O outside scope." />;
}
