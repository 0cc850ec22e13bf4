import { redirect } from "next/navigation";
import { AuthFrame } from "#components/shell/auth-frame.tsx";
import { currentSession } from "#lib/web/session-cookie.ts";

export default async function RootPage() {
  const session = await currentSession();
  if (session === null) redirect("/signin");
  const [org] = session.orgs;
  if (org !== undefined) redirect(`/${org.slug}`);
  return (
    <AuthFrame title="You belong to no organization" sub={`You are signed in as ${session.person.email}.`}>
      <p>Ask an admin of your organization to add you under Settings, Members, with this address.</p>
    </AuthFrame>
  );
}
