export { authenticate, personActor, personOf, type Caller } from "./authenticate.ts";
export { asksSecondFactor, guardBody, guardRoute, isFreshlyProved, lacksSecondFactor, lacksVerifiedAddress, STEP_UP_MS } from "./door.ts";
export { permissionTable, permissions, permissionsOf, roleMay, roles, type Permission, type Role } from "./permissions.ts";
export { insertWorkspace, listWorkspacesOf, type InvitationRow } from "./queries.ts";
export { joinWorkspace } from "./team.ts";
export {
  clearCookie, cookieName, deviceHash, endSession, endSessionNamed, endSessionsIn, endSessionsOf, listSessions, openSession, publicSessionId, rememberDevice, renewSession, SESSION_MS, setCookie,
  type Factor, type SessionEnd, type SessionEntry,
} from "./sessions.ts";
