import type { ScreenRoute } from "../../web/kit.ts";

export const routes: ScreenRoute[] = [
  { path: "/invoices", title: "Invoices", needs: "invoices.read", screen: () => import("./list.tsx").then((module) => module.InvoiceList) },
  { path: "/invoices/new", title: "New invoice", needs: "invoices.write", layout: "focus", screen: () => import("./editor.tsx").then((module) => module.NewInvoice) },
  { path: "/invoices/$id", title: "Invoice", needs: "invoices.read", screen: () => import("./record.tsx").then((module) => module.InvoiceRecord) },
  { path: "/invoices/$id/edit", title: "Edit invoice", needs: "invoices.write", layout: "focus", screen: () => import("./editor.tsx").then((module) => module.EditInvoice) },
  { path: "/invoices/$id/credit", title: "Credit note", needs: "invoices.issue", screen: () => import("./credit.tsx").then((module) => module.CreditInvoice) },
  { path: "/reports/numbers", title: "Numbers", needs: "invoices.read", screen: () => import("./numbers.tsx").then((module) => module.NumberReportPage) },
];
