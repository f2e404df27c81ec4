import { lazy } from "react";
import type { ScreenRoute } from "../../web/kit.ts";

export const routes: ScreenRoute[] = [
  { path: "/customers", title: "Customers", needs: "customers.read", screen: () => import("./customers.tsx").then((module) => module.CustomerList) },
  { path: "/customers/new", title: "New customer", needs: "customers.write", screen: () => import("./customer-form.tsx").then((module) => module.NewCustomer) },
  { path: "/customers/import", title: "Import customers", needs: "customers.write", screen: () => import("./customers-import.tsx").then((module) => module.ImportCustomers) },
  { path: "/customers/$id", title: "Customer", needs: "customers.read", screen: () => import("./customer.tsx").then((module) => module.CustomerRecord) },
  { path: "/customers/$id/edit", title: "Edit customer", needs: "customers.write", screen: () => import("./customer-form.tsx").then((module) => module.EditCustomer) },
  { path: "/suppliers", title: "Suppliers", needs: "suppliers.read", screen: () => import("./suppliers.tsx").then((module) => module.SupplierList) },
  { path: "/suppliers/$id", title: "Supplier", needs: "suppliers.read", screen: () => import("./suppliers.tsx").then((module) => module.SupplierRecord) },
];

/** For other nouns that read CSV files, fetched when it is shown. */
export const CsvImport = lazy(() => import("./csv-import.tsx").then((module) => ({ default: module.CsvImport })));
