import { redirect } from "next/navigation";
import { currentSession } from "#lib/web/session-cookie.ts";

export default async function RootPage() {
  const session = await currentSession();
  if (session === null) redirect("/signin");
  const [org] = session.orgs;
  redirect(org === undefined ? "/organizations" : `/${org.slug}`);
}
