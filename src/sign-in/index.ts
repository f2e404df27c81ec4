export { completeSignIn, type Entry, type Outcome, type SecondWay, type SignInWay, type SsoHooks } from "./complete.ts";
export { enterByIdentity, type ProvenIdentity } from "./identity.ts";
export { identityHash, linkIdentity, listMemberships, makePerson, noteInWorkspaces, originOf, personByEmail, personByIdentity, type Identity } from "./people.ts";
export { resetSecondFactor } from "./factors.ts";
export { openTotp, sealTotp } from "./totp.ts";
export { setupToken } from "./setup.ts";
export { clearWorn, findOpening } from "./queries.ts";
