import { createElement, lazy, Suspense, type ReactElement } from "react";
import type { ScreenRoute } from "../../web/kit.ts";
import type { RecordPaymentProps } from "./record-payment.tsx";

export const routes: ScreenRoute[] = [
  { path: "/payments", title: "Payments", needs: "payments.read", screen: () => import("./payments.tsx").then((module) => module.PaymentList) },
  { path: "/payments/$id", title: "Payment", needs: "payments.read", screen: () => import("./payment.tsx").then((module) => module.PaymentRecord) },
];

const Dialog = lazy(() => import("./record-payment.tsx").then((module) => ({ default: module.RecordPaymentDialog })));
/** The dialog that records money which arrived; fetched when it is first opened. */
export const RecordPayment = (props: RecordPaymentProps): ReactElement => createElement(Suspense, { fallback: null }, createElement(Dialog, props));
