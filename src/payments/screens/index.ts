import { createElement, lazy, Suspense, type ComponentType, type ReactElement } from "react";
import type { ScreenRoute } from "../../web/kit.ts";

export const routes: ScreenRoute[] = [
  { path: "/payments", title: "Payments", needs: "payments.read", screen: () => import("./payments.tsx").then((module) => module.PaymentList) },
  { path: "/payments/$id", title: "Payment", needs: "payments.read", screen: () => import("./payment.tsx").then((module) => module.PaymentRecord) },
];

/** A dialog that other nouns open too; fetched when it is first opened. */
function dialog<Props extends object>(load: () => Promise<ComponentType<Props>>): (props: Props) => ReactElement {
  const Dialog = lazy(() => load().then((component) => ({ default: component }))) as unknown as ComponentType<Props>;
  return (props) => createElement(Suspense, { fallback: null }, createElement(Dialog, props));
}
/** Records money which arrived. */
export const RecordPayment = dialog(() => import("./record-payment.tsx").then((module) => module.RecordPaymentDialog));
/** Uses what is left of a payment or credit note on open invoices. */
export const UseCredit = dialog(() => import("./use-credit.tsx").then((module) => module.UseDialog));
/** Records that what is left was paid back. */
export const PayBack = dialog(() => import("./use-credit.tsx").then((module) => module.PayBackDialog));
/** Asks for a reason before something that stays in the books. */
export const AskReason = dialog(() => import("./reason-dialog.tsx").then((module) => module.ReasonDialog));
