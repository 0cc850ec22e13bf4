import nodemailer from "nodemailer";
import { settings } from "#lib/kernel/env.ts";
import { AppError } from "#lib/kernel/errors.ts";
import { composeMail, type Letter } from "#lib/kernel/mail/compose-mail.ts";

/**
 * Hands a letter to the operator's mail server. Called by jobs only: a mail server takes its time, and is tried again when it fails.
 * @throws AppError `unavailable` with what the server said
 */
export async function sendMail(to: string, letter: Letter): Promise<void> {
  const { CAUSEWAY_SMTP_URL: url, CAUSEWAY_MAIL_FROM: from } = settings();
  if (url === undefined || from === undefined)
    throw new AppError("unavailable", "No mail server is set up; set CAUSEWAY_SMTP_URL and CAUSEWAY_MAIL_FROM.");
  const transport = nodemailer.createTransport({
    url,
    requireTLS: needsEncryption(new URL(url)),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    // As an object: an address is never taken apart into several.
    await transport.sendMail({ from, to: { name: "", address: to }, ...composeMail(letter) });
  } catch (error) {
    const said = error instanceof Error ? error.message.slice(0, 300) : "it does not answer";
    throw new AppError("unavailable", `The mail server did not take the letter: ${said}`, [], { cause: error });
  } finally {
    transport.close();
  }
}

/** A password must not cross a network in the clear; on this machine there is none to cross. */
function needsEncryption(url: URL): boolean {
  return (
    url.protocol === "smtp:" && url.username !== "" && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)
  );
}
