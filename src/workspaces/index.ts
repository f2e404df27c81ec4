export { createScope, recordEvent, type Actor, type PendingEvent, type Scope, type ScopeInput, type Tx } from "./scope.ts";
