export { authenticate, personActor, personOf, type Caller } from "./authenticate.ts";
export { asksSecondFactor, guardBody, guardFreshProof, guardRoute, isFreshlyProved, isVouchedOnly, lacksSecondFactor, lacksVerifiedAddress, STEP_UP_MS } from "./door.ts";
export { fieldRules, keyMay, mayBeLimited, mayGrant, permissionGroups, permissionTable, permissions, permissionsOf, roleMay, roles, type Permission, type Role } from "./permissions.ts";
export { chooseWorkspace, insertWorkspace, listWorkspacesOf, type InvitationRow } from "./queries.ts";
export { changeMember, endWhatTheyGranted, joinWorkspace, reactivateMember, removeFromTeam, suspendMember } from "./team.ts";
export {
  clearCookie, cookieName, deviceOfRequest, endSession, endSessionNamed, endSessionsIn, endSessionsOf, giveDevice, listSessions, openSession, publicSessionId, rememberDevice, renewSession, SESSION_MS, setCookie,
  type Factor, type SessionEnd, type SessionEntry,
} from "./sessions.ts";
