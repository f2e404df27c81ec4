// What other nouns may use of the operator.
export { countOpenAccess } from "./queries.ts";
