import { GROUP, MOST_RESULTS, USER } from "./scim.ts";

// What we tell a directory about ourselves (RFC 7643 §5 to §8.7): only what we really keep.

export const serviceProviderConfig = (base: string) => ({
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
  patch: { supported: true }, bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 }, filter: { supported: true, maxResults: MOST_RESULTS },
  changePassword: { supported: false }, sort: { supported: false }, etag: { supported: false },
  authenticationSchemes: [{ type: "oauthbearertoken", name: "Bearer token", description: "A token made in the workspace's settings, sent as Authorization: Bearer", specUri: "https://www.rfc-editor.org/info/rfc6750", primary: true }],
  meta: { resourceType: "ServiceProviderConfig", location: `${base}/ServiceProviderConfig` },
});

export const resourceTypes = (base: string) => ([["User", "Users", USER, "People who may enter the workspace"], ["Group", "Groups", GROUP, "Groups, to which the workspace's rules give roles"]] as const).map(([name, endpoint, schema, description]) => ({
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"], id: name, name, endpoint: `/${endpoint}`, description, schema, schemaExtensions: [],
  meta: { resourceType: "ResourceType", location: `${base}/ResourceTypes/${name}` },
}));

type Attribute = { name: string; type: string; description: string; required?: boolean; multiValued?: boolean; mutability?: string; uniqueness?: string; caseExact?: boolean; returned?: string; canonicalValues?: string[]; referenceTypes?: string[]; subAttributes?: Attribute[] };
const attribute = ({ subAttributes, ...given }: Attribute): Record<string, unknown> => ({
  multiValued: false, required: false, mutability: "readWrite", returned: "default",
  ...(given.type === "complex" || given.type === "boolean" ? {} : { caseExact: false, uniqueness: "none" }), ...given, ...(subAttributes ? { subAttributes: subAttributes.map(attribute) } : {}),
});

export const schemas = (base: string) => [
  {
    id: USER, name: "User", description: "A person of the workspace",
    attributes: [
      { name: "userName", type: "string", description: "What the directory calls the person; their mail address unless emails says another", required: true, uniqueness: "server" },
      { name: "externalId", type: "string", description: "The directory's own id", caseExact: true },
      {
        name: "name", type: "complex", description: "Parts of the name", subAttributes: [
          { name: "formatted", type: "string", description: "The whole name", mutability: "readOnly" }, { name: "familyName", type: "string", description: "Family name" }, { name: "givenName", type: "string", description: "Given name" },
        ],
      },
      { name: "displayName", type: "string", description: "Name as shown" },
      {
        name: "emails", type: "complex", description: "The work address", multiValued: true, subAttributes: [
          { name: "value", type: "string", description: "Address, in one of the workspace's verified domains" }, { name: "type", type: "string", description: "work", canonicalValues: ["work"] }, { name: "primary", type: "boolean", description: "true" },
        ],
      },
      { name: "active", type: "boolean", description: "Whether the person may enter; false suspends them at once" },
      {
        name: "groups", type: "complex", description: "Groups that the person is in", multiValued: true, mutability: "readOnly", subAttributes: [
          { name: "value", type: "string", description: "Id of the group", mutability: "readOnly" }, { name: "$ref", type: "reference", referenceTypes: ["Group"], description: "Its address", mutability: "readOnly" },
          { name: "display", type: "string", description: "Its name", mutability: "readOnly" }, { name: "type", type: "string", description: "direct", mutability: "readOnly", canonicalValues: ["direct"] },
        ],
      },
    ] satisfies Attribute[],
  },
  {
    id: GROUP, name: "Group", description: "A group of people; the workspace's rules give it a role",
    attributes: [
      { name: "displayName", type: "string", description: "Name, by which rules know it", required: true, uniqueness: "server" },
      { name: "externalId", type: "string", description: "The directory's own id", caseExact: true },
      {
        name: "members", type: "complex", description: "Users in the group", multiValued: true, subAttributes: [
          { name: "value", type: "string", description: "Id of the user", mutability: "immutable" }, { name: "$ref", type: "reference", referenceTypes: ["User"], description: "Its address", mutability: "immutable" },
          { name: "display", type: "string", description: "Its user name", mutability: "readOnly" }, { name: "type", type: "string", description: "User", mutability: "immutable", canonicalValues: ["User"] },
        ],
      },
    ] satisfies Attribute[],
  },
].map((schema) => ({
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:Schema"], ...schema, attributes: schema.attributes.map((one) => attribute(one)), meta: { resourceType: "Schema", location: `${base}/Schemas/${schema.id}` },
}));
