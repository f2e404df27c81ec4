export { authenticate, type Caller } from "./authenticate.ts";
export { permissionTable, permissions, permissionsOf, roleMay, roles, type Permission, type Role } from "./permissions.ts";
