import { lazy } from "react";

/** A section of the Security page: what the operator may read, granted and ended by owners. Fetched when first shown; stands inside a Suspense. */
export const OperatorAccess = lazy(() => import("./operator-access.tsx").then((module) => ({ default: module.OperatorAccess })));
