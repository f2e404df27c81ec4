import type { ScreenRoute } from "../../web/kit.ts";

export const routes: ScreenRoute[] = [
  { path: "/sign-in", title: "Sign in", layout: "open", screen: () => import("./sign-in.tsx").then((module) => module.SignInPage) },
  { path: "/sign-up", title: "Make an account", layout: "open", screen: () => import("./sign-up.tsx").then((module) => module.SignUpPage) },
  { path: "/recover", title: "Reset your password", layout: "open", screen: () => import("./recover.tsx").then((module) => module.RecoverPage) },
  { path: "/invite/$token", title: "Invitation", layout: "open", screen: () => import("./invitation.tsx").then((module) => module.InvitationPage) },
  { path: "/settings/you", title: "You", withoutCompany: true, screen: () => import("./you.tsx").then((module) => module.YouPage) },
];
