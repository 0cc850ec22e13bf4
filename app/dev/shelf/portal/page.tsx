import { notFound } from "next/navigation";
import { settings } from "#lib/kernel/env.ts";
import { DemoHome } from "./demo-home.tsx";

/** The shell as it looks around a page. Exists only while developing. */
export default function PortalShelf() {
  if (settings().NODE_ENV !== "development") notFound();
  return <DemoHome />;
}
