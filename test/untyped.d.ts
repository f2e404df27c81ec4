// Libraries of tests that bring no types.
declare module "oidc-provider" {
  const Provider: new (issuer: string, configuration: Record<string, unknown>) => any;
  export default Provider;
}
