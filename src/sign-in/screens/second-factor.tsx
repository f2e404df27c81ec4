import { useState } from "react";
import { api, asApiError, Button, FailedState, Icon, Note, queryClient, signOut, SkeletonLines, useApiQuery, type IconName } from "../../web/kit.ts";
import { AddPasskey, AddTotp } from "./add-factor.tsx";
import { Entrance, enter } from "./entrance.tsx";
import { browserHasPasskeys } from "./passkey.ts";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { StepUpDialog, useStepUp } from "./step-up.tsx";

/** Leads somebody whose workspace asks for a second factor to set one up, or to show the one they have, before anything else opens. */
export function SecondFactorPage() {
  const query = useApiQuery("/api/security");
  const [way, setWay] = useState<"passkey" | "totp" | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const stepUp = useStepUp();
  const foot = <button type="button" className="link" onClick={() => void signOut()}>Sign out</button>;
  if (query.error) return <Entrance title="Second factor" foot={foot}>{query.error.status === 401 ? <Note>You are signed out. <a className="link" href="/sign-in">Sign in</a></Note> : <FailedState compact what="This could not be loaded" error={query.error} again={() => void query.refetch()} />}</Entrance>;
  if (!query.data) return <Entrance title="Second factor" foot={foot}><SkeletonLines /></Entrance>;
  const { secondFactorAsked, totpSince, passkeys, passkeysPossible, email, emailVerified, canVerify, via } = query.data;
  const done = (made: string[] | null) => { void queryClient.invalidateQueries(); if (made) setCodes(made); else enter(); };
  if (codes) return <Entrance title="Keep these" foot={foot}><RecoveryCodes codes={codes} email={email} onKept={enter} /></Entrance>;
  const asker = secondFactorAsked[0] ?? "Your workspace";
  // Somebody for whom a company's provider vouched changes nothing of their own sign-in by that.
  if ((via === "oidc" || via === "saml") && !totpSince && passkeys.length === 0) return (
    <Entrance title="A second factor is missing" lead={`${asker} asks for one, and your company's sign-in did not say that it checked one.`} foot={foot}>
      <p>Ask whoever runs your company's sign-in to ask for a second factor there and to say so. Or sign in with your own password, and set one up here.</p>
    </Entrance>
  );
  if (canVerify && !emailVerified) return <Entrance title="First your address" lead={`${asker} asks for a second factor. Before that, confirm that ${email} is yours.`} foot={foot}><SendAgain /></Entrance>;
  // A session that was begun elsewhere and has not shown the factor that the person has.
  if (totpSince || passkeys.length > 0) return (
    <Entrance title="One more step" lead={`${asker} asks for your second factor.`} foot={foot}>
      <Button kind="primary" icon="shield" grow onClick={() => void stepUp.ask({ factorOnly: true }).then((proved) => { if (proved) enter(); })}>Show it</Button>
      <StepUpDialog state={stepUp} />
    </Entrance>
  );
  if (way) return (
    <Entrance title={way === "passkey" ? "A passkey" : "An authenticator app"} foot={<button type="button" className="link" onClick={() => setWay(null)}>Choose another way</button>}>
      {way === "passkey" ? <AddPasskey onDone={done} /> : <AddTotp onDone={done} />}
      <StepUpDialog state={stepUp} />
    </Entrance>
  );
  const choices: { way: "passkey" | "totp"; icon: IconName; title: string; text: string; off: boolean }[] = [
    { way: "passkey", icon: "key", title: "A passkey", text: "Finger, face or PIN of this device, or a security key. Cannot be phished; signs you in without a password.", off: !passkeysPossible || !browserHasPasskeys() },
    { way: "totp", icon: "clock", title: "An authenticator app", text: "Six digits from your phone, beside your password.", off: false },
  ];
  return (
    <Entrance title="Set up a second factor" lead={`${asker} asks for one. It takes a minute, and a stolen password alone will not open your books.`} foot={foot}>
      <ul className="grid gap-2">{choices.filter((choice) => !choice.off).map((choice) => (
        <li key={choice.way}><button type="button" onClick={() => setWay(choice.way)} className="flex w-full items-start gap-3 rounded-3 border border-line-strong px-3.5 py-3 text-left hover:bg-hover">
          <Icon name={choice.icon} className="mt-0.5 text-ink-3" /><span className="min-w-0 flex-1"><span className="block font-strong">{choice.title}</span><span className="block text-sm text-ink-2">{choice.text}</span></span><Icon name="right" className="mt-0.5 text-ink-3" />
        </button></li>
      ))}</ul>
    </Entrance>
  );
}

function SendAgain() {
  const [sent, setSent] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = () => api.post("/api/address/send-again").then(() => setSent(true), (error: unknown) => setProblem(asApiError(error).message));
  return (
    <div className="grid gap-4">
      {problem && <Note tone="danger">{problem}</Note>}
      {sent ? <Note>A link is on its way. Open it in this browser, then come back.</Note> : <Button kind="primary" icon="mail" onClick={() => void send()} grow>Send the link</Button>}
      {sent && <Button icon="again" onClick={() => location.reload()} grow>I have opened it</Button>}
    </div>
  );
}
