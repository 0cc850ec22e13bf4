import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { linkHref } from "#components/patterns/link-href.ts";
import { logSpans } from "#components/patterns/log-spans.ts";
import { LogText } from "#components/patterns/log-text.tsx";
import { Markdown } from "#components/patterns/markdown.tsx";
import { hostileCall, hostileMarkup, hostileSchemes } from "#components/patterns/testing.ts";
import { VisibleName } from "#components/patterns/visible-name.tsx";

const allowedTags = new Set(
  "a p div span em strong del code pre ul ol li blockquote h3 h4 h2 h5 h6 hr br table thead tbody tr th td section sup bdi".split(
    " ",
  ),
);

/** What is wrong with HTML that was made, or null. */
function faultOf(html: string): string | null {
  for (const [tag, name = "", attributes = ""] of html.matchAll(/<([a-zA-Z][^\s/>]*)((?:"[^"]*"|[^">])*)>/g)) {
    if (!allowedTags.has(name)) return tag;
    for (const [, attribute = "", value = ""] of attributes.matchAll(/([^\s="]+)="([^"]*)"/g)) {
      if (/^on|^style$|^src|^srcdoc$|^action$|^formaction$/i.test(attribute)) return tag;
      if (attribute === "href" && !/^(https?:\/\/|mailto:|\/(?![/\\])|#|\.{1,2}\/)/.test(value)) return tag;
      if (attribute === "id" && !value.startsWith("user-content-")) return tag;
    }
  }
  return null;
}

test("nothing that was written runs, wherever it is shown", () => {
  const shown = [
    (text: string) => <Markdown text={text} />,
    (text: string) => <LogText text={text} />,
    (text: string) => <VisibleName text={text} />,
    (text: string) => (
      <LogText text={`\u001b[31m${text}\u001b]8;;javascript:${hostileCall}\u0007link\u001b]8;;\u0007`} />
    ),
  ];
  const faults = shown.flatMap((show) =>
    hostileMarkup.flatMap((text) => faultOf(renderToStaticMarkup(show(text))) ?? []),
  );
  console.log(`written text: ${hostileMarkup.length} strings in ${shown.length} places, ${faults.length} faults`);
  expect({ strings: hostileMarkup.length >= 500, faults }).toEqual({ strings: true, faults: [] });
});

test("what is meant is shown", () => {
  const html = renderToStaticMarkup(
    <Markdown
      text={"# Pay\n\n**bold** [runbook](https://runbooks.example/pay) [here](/acme/catalog)\n\n| a |\n|--|\n| b |"}
    />,
  );
  expect(html).toContain("<strong>bold</strong>");
  expect(html).toContain('<a href="https://runbooks.example/pay" rel="noopener noreferrer ugc"');
  expect(html).toContain('href="/acme/catalog"');
  expect(html).toMatch(/<td class="[^"]*">b<\/td>/);
});

test("links are web pages, mail and places of this portal", () => {
  const refused = hostileSchemes.map((scheme) => `${scheme}x`).concat("", "x", "//x", "/\\x", "?q", "\u0000/x");
  expect(refused.filter((url) => linkHref(url) !== null)).toEqual([]);
  const taken = ["https://a.example/", "http://a.example/", "mailto:a@b.example", "/a/b", "#a", "./a", "../a"];
  expect(taken.map(linkHref)).toEqual(taken);
});

test("colours of a terminal are ours, its other commands are nothing", () => {
  expect(logSpans("\u001b[1;31mno\u001b[0m yes")).toEqual([
    { text: "no", tone: "bad", isBold: true },
    { text: " yes", tone: null, isBold: false },
  ]);
  const textOf = (line: string) =>
    logSpans(line)
      .map((span) => span.text)
      .join("");
  const dropped = [
    "\u001b[2J",
    "\u001b[1A",
    "\u001b]0;title\u0007",
    "\u001b]52;c;AAAA\u001b\\",
    "\u001bP1$r\u001b\\",
    "\u001b[?25l",
    "\u001bc",
    "\u009b31m",
    "\u001b[38;5;9m",
    "\u0007",
  ];
  expect(dropped.filter((command) => textOf(`a${command}b`) !== "ab")).toEqual([]);
  expect(textOf("10 %\r50 %\rdone")).toBe("done");
  expect(textOf("abc\rX")).toBe("Xbc");
});

test("a line of ten million characters is cut, and says so", () => {
  const startedAt = performance.now();
  const html = renderToStaticMarkup(<LogText text={`\u001b[31m${"x".repeat(10_000_000)}`} />);
  expect(html.length).toBeLessThan(25_000);
  expect(html).toContain("more characters are not shown");
  expect(performance.now() - startedAt).toBeLessThan(500);
});

test("what nobody sees in a name is shown", () => {
  expect(renderToStaticMarkup(<VisibleName text={"admin\u202Enimda\u200b"} />)).toMatch(/U\+202E.*U\+200B/);
  expect(renderToStaticMarkup(<VisibleName text="Zoë Müller 日本" />)).toBe("Zoë Müller 日本");
});
