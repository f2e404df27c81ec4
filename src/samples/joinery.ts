// The firm whose books the sample data keeps: a small joinery, its customers, its services and one supplier. All of it is invented.
import { createCompany } from "../companies/index.ts";
import { NewCompany } from "../companies/contract.ts";
import { createItem } from "../items/index.ts";
import { NewItem } from "../items/contract.ts";
import { createParty } from "../parties/index.ts";
import { NewParty } from "../parties/contract.ts";
import type { Step } from "./steps.ts";

export const joinery = {
  name: "Tidewater Joinery", legalName: "Tidewater Joinery Ltd", addressLine1: "The Boatyard, Pier Road", postalCode: "P17 X000", city: "Kinsale", region: "Co. Cork",
  country: "IE", vatId: "IE0003209UH",
};

const customers = {
  quay: { name: "Quay Street Brewing Co.", number: "C-011", contactName: "Accounts", email: "accounts@quaystreetbrewing.example", addressLine1: "3 Quay Street", city: "Cork", postalCode: "T12 X001", country: "IE", vatId: "IE0001707A" },
  fenwick: { name: "Fenwick Studio Architects", number: "C-014", email: "office@fenwickstudio.example", addressLine1: "22 South Mall", city: "Cork", postalCode: "T12 X002", country: "IE", termsDays: 30 },
  dental: { name: "Portobello Dental Practice", number: "C-017", email: "practice@portobellodental.example", addressLine1: "18 Lennox Street", city: "Dublin", postalCode: "D08 X003", country: "IE" },
  hotel: { name: "Ballyvaughan House Hotel", number: "C-019", email: "purchasing@ballyvaughanhouse.example", addressLine1: "Coast Road", city: "Ballyvaughan", region: "Co. Clare", country: "IE", buyerReference: "BH-LIBRARY" },
  bookshop: { name: "Marrowbone Books", number: "C-022", email: "shop@marrowbonebooks.example", addressLine1: "78 The Coombe", city: "Dublin", postalCode: "D08 X004", country: "IE" },
  museum: { name: "Stadtmuseum Uferwald", number: "C-025", email: "einkauf@stadtmuseum-uferwald.example", addressLine1: "Uferweg 12", city: "Uferwald", postalCode: "20000", country: "DE", vatId: "DE123456788", locale: "de-DE", termsDays: 30 },
} as const;
export type CustomerKey = keyof typeof customers;

const services = {
  bench: { name: "Bench joinery", code: "BENCH", unit: "HUR", unitPrice: "58" },
  fitting: { name: "Fitting on site", code: "FIT", unit: "HUR", unitPrice: "52" },
  survey: { name: "Survey and drawings", code: "SURVEY", unit: "C62", unitPrice: "340" },
  delivery: { name: "Delivery, up to 100 km", code: "DELIVER", unit: "C62", unitPrice: "145" },
  shelving: { name: "Oak shelving, oiled", code: "SHELF-OAK", unit: "MTR", unitPrice: "95.38", kind: "product" },
  door: { name: "Panelled door, ash", code: "DOOR-ASH", unit: "C62", unitPrice: "685", kind: "product" },
} as const;
export type ServiceKey = keyof typeof services;

export const serviceOf = (key: ServiceKey) => ({ ...services[key], vatCategory: "S" as const, vatRate: "23" });
export const customerOf = (key: CustomerKey) => customers[key];

/** The company, then everybody it sells to and everything it sells. The supplier is there so that a changed bank account can be noticed. */
export const joinerySteps: Step[] = [
  { name: "company", run: async (scope) => (await createCompany(scope, NewCompany.parse({
    ...joinery, currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE", registration: "Registered in Ireland, sample 000 000",
    email: "office@tidewaterjoinery.example", phone: "+353 21 555 0100", website: "tidewaterjoinery.example",
    iban: "IE29AIBK93115212345678", bic: "AIBKIE2D", bankName: "Sample Bank", accountHolder: "Tidewater Joinery Ltd",
    colour: "#22405c", defaultVatRate: "23", termsDays: 14, invoiceNote: "Timber moves. We come back once within a year to ease doors and drawers, free of charge.",
  }))).id },
  ...Object.entries(customers).map(([key, facts]): Step => ({
    name: `customer.${key}`,
    run: async (scope, made) => (await createParty(scope, "customer", NewParty.parse({ companyId: made("company"), ...facts }))).id,
  })),
  ...Object.entries(services).map(([key, facts]): Step => ({
    name: `service.${key}`,
    run: async (scope, made) => (await createItem(scope, NewItem.parse({ companyId: made("company"), currency: "EUR", vatCategory: "S", vatRate: "23", ...facts }))).id,
  })),
  { name: "supplier.corrib", run: async (scope, made) => (await createParty(scope, "supplier", NewParty.parse({
    companyId: made("company"), name: "Corrib Electrical Wholesale Ltd", number: "S-004", email: "accounts@corribelectrical.example", addressLine1: "Liosban Estate", city: "Galway", country: "IE",
    vatId: "IE0001202Q", bankAccounts: [{ iban: "IE45BOFI90001700551122", bic: "BOFIIE2D" }],
  }))).id },
];
