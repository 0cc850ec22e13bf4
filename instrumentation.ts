import type { Instrumentation } from "next";

/** Runs once when the web process starts, before it serves. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { startWebProcess } = await import("#lib/web/start-web-process.ts");
  startWebProcess();
  const [{ provideLocale }, { currentLocale }] = await Promise.all([
    import("#components/words/locale.ts"),
    import("#lib/web/reader-region.ts"),
  ]);
  provideLocale(currentLocale);
}

/** What nobody foresaw while rendering: the person sees the digest, the log has the rest. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { log } = await import("#lib/kernel/log.ts");
  log().error({ event: "page_error", method: request.method, path: request.path, err: error });
};
