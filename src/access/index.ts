export { authenticate, endSession, giveCookie, openSession, personActor, personOf, SESSION_MS, type Caller, type Factor } from "./authenticate.ts";
export { guardRoute, lacksSecondFactor, STEP_UP_MS } from "./door.ts";
export { permissionTable, permissions, permissionsOf, roleMay, roles, type Permission, type Role } from "./permissions.ts";
export { insertWorkspace, listWorkspacesOf, revokeSessionsOf, type InvitationRow } from "./queries.ts";
export { joinWorkspace } from "./team.ts";
