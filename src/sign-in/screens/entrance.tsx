import { nextPlace } from "../../web/kit.ts";

export { Entrance } from "../../web/kit.ts";

/** A full page load after entering, so that nothing of a former person stays in memory. */
export const enter = (): void => location.assign(nextPlace());

/** The token of a link from a mail. It is taken out of the address at once, so that it stays in no history and no picture of the screen. */
export function takeToken(): string | null {
  const url = new URL(location.href);
  const token = url.searchParams.get("token");
  if (token) {
    url.searchParams.delete("token");
    history.replaceState(history.state, "", url);
  }
  return token;
}
