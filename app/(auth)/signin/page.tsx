import { redirect } from "next/navigation";
import { ProviderButtons } from "#components/identity/provider-buttons.tsx";
import { SignInForm } from "#components/identity/sign-in-form.tsx";
import { Banner } from "#components/patterns/banner.tsx";
import { AuthFrame, OrDivider } from "#components/shell/auth-frame.tsx";
import * as words from "#components/words/pages/signin.ts";
import { configuredProviders } from "#lib/identity/providers/configured-providers.ts";
import { flowProblemText } from "#lib/identity/providers/schema.ts";
import { appOrigin, settings } from "#lib/kernel/env.ts";
import { nextPath } from "#lib/web/is-own-path.ts";
import { currentSession } from "#lib/web/session-cookie.ts";
import { signInWithPassword, startSignIn } from "./mutations.ts";

type Search = { next?: string; problem?: string; done?: string };

export const metadata = { title: words.signIn };

export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { next, problem, done } = await searchParams;
  const target = nextPath(next, appOrigin());
  if ((await currentSession()) !== null) redirect(target);
  const isDemo = settings().CAUSEWAY_DEMO === "on";
  const providers = configuredProviders().map(({ id, name }) => ({ id, name }));
  const text = flowProblemText(problem);
  return (
    <AuthFrame title={words.signInToCauseway} sub={words.signSub} foot={isDemo ? words.thisIsADemo : undefined}>
      {done === "password" ? <Banner tone="ok">{words.yourPasswordWasChanged}</Banner> : null}
      {text === null ? null : <Banner tone="bad">{text}</Banner>}
      {providers.length === 0 ? null : (
        <>
          <ProviderButtons providers={providers} start={startSignIn.bind(null, target)} />
          <OrDivider>{words.orWithAPassword}</OrDivider>
        </>
      )}
      <SignInForm next={target} isSecond={providers.length > 0} signIn={signInWithPassword} />
    </AuthFrame>
  );
}
