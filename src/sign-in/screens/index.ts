import type { Overlay, ScreenRoute } from "../../web/kit.ts";

export const routes: ScreenRoute[] = [
  { path: "/sign-in", title: "Sign in", layout: "open", screen: () => import("./sign-in.tsx").then((module) => module.SignInPage) },
  { path: "/second-step", title: "One more step", layout: "open", screen: () => import("./second-step.tsx").then((module) => module.SecondStepPage) },
  { path: "/second-factor", title: "Second factor", layout: "open", screen: () => import("./second-factor.tsx").then((module) => module.SecondFactorPage) },
  { path: "/sign-up", title: "Make an account", layout: "open", screen: () => import("./sign-up.tsx").then((module) => module.SignUpPage) },
  { path: "/confirm", title: "Confirm your address", layout: "open", screen: () => import("./confirm.tsx").then((module) => module.ConfirmAddressPage) },
  { path: "/recover", title: "Reset your password", layout: "open", screen: () => import("./recover.tsx").then((module) => module.RecoverPage) },
  { path: "/not-me", title: "Was this you?", layout: "open", screen: () => import("./not-me.tsx").then((module) => module.NotMePage) },
  { path: "/invite/$token", title: "Invitation", layout: "open", screen: () => import("./invitation.tsx").then((module) => module.InvitationPage) },
  { path: "/settings/security", title: "Security", withoutCompany: true, screen: () => import("./security.tsx").then((module) => module.SecurityPage) },
  { path: "/settings/you", title: "You", withoutCompany: true, screen: () => import("./you.tsx").then((module) => module.YouPage) },
];

export const overlays: Overlay[] = [
  { name: "step-up", component: () => import("./step-up.tsx").then((module) => module.StepUpOverlay) },
  { name: "address", component: () => import("./address-banner.tsx").then((module) => module.AddressBanner) },
];
