// Refusals: what the product expects to say no to. Shared by server and browser, so no imports from either.

/** An expected "no": a stable code for programs, a sentence for people (what happened, what to do), an HTTP status. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
    readonly fields: { path: string; message: string }[] = [],
  ) {
    super(message);
    this.name = "Refusal";
  }
}

type Declared = Record<string, readonly [status: number, sentence: string]>;

/**
 * Declares a noun's refusals once, as `code: [status, sentence]`; `{name}` in a sentence is filled from the parameters.
 * Returns `refuse(code, parameters)`, which builds the Refusal to throw, `refuseIf(code | null)`, which throws when there
 * is one, and `explain(code)`, the sentence for a screen.
 */
export function declareRefusals<const D extends Declared>(declared: D) {
  type Code = keyof D & string;
  type Parameters_ = Record<string, string | number>;
  const explain = (code: Code, parameters: Parameters_ = {}): string =>
    declared[code]![1].replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole));
  const refuse = (code: Code, parameters: Parameters_ = {}): Refusal =>
    new Refusal(code, declared[code]![0], explain(code, parameters));
  const refuseIf = (code: Code | null, parameters: Parameters_ = {}): void => {
    if (code) throw refuse(code, parameters);
  };
  return { refuse, refuseIf, explain, declared };
}

/** Refusals that every noun may need. */
export const common = declareRefusals({
  not_found: [404, "There is nothing here with this address. It may have been removed, or it belongs to another workspace."],
  not_permitted: [403, "Your role does not allow this. An owner or admin of the workspace can change your role."],
  not_signed_in: [401, "Sign in to continue."],
  changed_elsewhere: [409, "Somebody changed this in the meantime. Reload it, then make your change again."],
  invalid_input: [400, "Some values cannot be used. They are listed beside their fields."],
  invalid_cursor: [400, "This page address is not one of ours. Start again from the newest."],
});
export const { refuse, refuseIf } = common;
