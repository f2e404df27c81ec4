import type { Step } from "./steps.ts";

export const billingSteps: Step[] = [];
