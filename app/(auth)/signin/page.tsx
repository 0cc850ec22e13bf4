import { redirect } from "next/navigation";
import { SignInForm, signInMessage } from "#components/identity/sign-in-form.tsx";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { appOrigin, settings } from "#lib/kernel/env.ts";
import { isOwnPath } from "#lib/web/auth-options.ts";
import { currentSession } from "#lib/web/session-cookie.ts";

type Search = { next?: string; error?: string };

export const metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { next = "/", error } = await searchParams;
  const target = next.startsWith("/") && isOwnPath(next, appOrigin()) ? next : "/";
  if ((await currentSession()) !== null) redirect(target);
  const isDemo = settings().CAUSEWAY_DEMO === "on";
  return (
    <AuthFrame
      title="Sign in to Causeway"
      sub="Your catalog, standards and golden paths."
      foot={isDemo ? "This is a demo: the terminal that started it has one-click links." : undefined}
    >
      <SignInForm next={target} {...(error === undefined ? {} : { problem: signInMessage(error) })} />
    </AuthFrame>
  );
}
