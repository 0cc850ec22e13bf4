/** A letter: paragraphs, one thing to press, and what to do when it was not asked for. */
export type Letter = {
  subject: string;
  paragraphs: string[];
  button: { label: string; url: string };
  foot: string;
};

/** A letter as plain text and as simple HTML. Whatever a person wrote into it stays text. */
export function composeMail({ subject, paragraphs, button, foot }: Letter): {
  subject: string;
  text: string;
  html: string;
} {
  const lines = paragraphs.map(oneLine);
  const text = `${[...lines, `${button.label}:\n${button.url}`, foot].join("\n\n")}\n`;
  const style = "font:15px/1.5 system-ui,sans-serif;color:#1c1c1a";
  const html = [
    `<!doctype html><html lang="en"><body style="margin:0;padding:24px;background:#f7f5f0"><div style="max-width:520px;${style}">`,
    ...lines.map((line) => `<p>${escapeHtml(line)}</p>`),
    `<p><a href="${escapeHtml(button.url)}" style="display:inline-block;padding:10px 18px;border-radius:6px;background:#0b6a7d;color:#fff;text-decoration:none">${escapeHtml(button.label)}</a></p>`,
    `<p style="font-size:13px;color:#5c5c57;word-break:break-all">${escapeHtml(button.url)}</p>`,
    `<p style="font-size:13px;color:#5c5c57">${escapeHtml(foot)}</p>`,
    "</div></body></html>",
  ].join("\n");
  return { subject: oneLine(subject).slice(0, 200), text, html };
}

// A name with line breaks could pretend to be a letter of its own.
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? "");
