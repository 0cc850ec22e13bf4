import { redirect } from "next/navigation";
import { SignInForm } from "#components/identity/sign-in-form.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { appOrigin, settings } from "#lib/kernel/env.ts";
import { nextPath } from "#lib/web/is-own-path.ts";
import { currentSession } from "#lib/web/session-cookie.ts";
import { signInWithPassword } from "./mutations.ts";

type Search = { next?: string };

export const metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const target = nextPath((await searchParams).next, appOrigin());
  if ((await currentSession()) !== null) redirect(target);
  const isDemo = settings().CAUSEWAY_DEMO === "on";
  return (
    <AuthFrame
      title="Sign in to Causeway"
      sub="Your catalog, standards and golden paths."
      foot={isDemo ? "This is a demo: the terminal that started it has one-click links." : undefined}
    >
      <SignInForm next={target} signIn={signInWithPassword} />
    </AuthFrame>
  );
}
