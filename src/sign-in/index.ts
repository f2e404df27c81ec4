export { completeSignIn, type Entry, type Outcome, type SecondWay, type SignInWay, type SsoHooks } from "./complete.ts";
export { identityHash, linkIdentity, listMemberships, makePerson, noteInWorkspaces, originOf, personByEmail, personByIdentity, type Identity } from "./people.ts";
export { previewInvitation } from "./invitation.ts";
export { signUpMode } from "./setup.ts";
export { foundWorkspace } from "./sign-up.ts";
export { resetSecondFactor } from "./factors.ts";
export { openTotp, sealTotp } from "./totp.ts";
export { setupToken } from "./setup.ts";
export { clearWorn, findOpening } from "./queries.ts";
