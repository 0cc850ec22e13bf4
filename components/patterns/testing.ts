/** What hostile text would run; a test listens for it. */
export const hostileCall = "window.canary=1";
export const hostileSchemes = [
  "javascript:",
  "JaVaScRiPt:",
  "java\tscript:",
  "java\nscript:",
  " javascript:",
  "\u0001javascript:",
  "vbscript:",
  "data:text/html,",
  "data:image/svg+xml,",
  "file:///",
  "blob:",
  "javascript&colon;",
  "&#106;avascript:",
  "&#x6A;avascript:",
  "feed:javascript:",
  "view-source:javascript:",
  "jar:",
  "livescript:",
  "mocha:",
  "//evil.example/",
  "\\\\evil.example/",
  "/\\evil.example/",
  "/\t/evil.example/",
];
const tags = [
  "script",
  "img",
  "svg",
  "iframe",
  "object",
  "embed",
  "body",
  "video",
  "audio",
  "details",
  "input",
  "form",
  "math",
  "style",
  "link",
  "meta",
  "base",
  "template",
  "marquee",
  "textarea",
  "xmp",
  "noscript",
];
const handlers = ["onerror", "onload", "onclick", "onfocus", "ontoggle", "onbegin", "onmouseover", "onanimationstart"];
const wraps = [(html: string) => html, (html: string) => `text **${html}**`, (html: string) => `> ${html}`];

/** Markup that would run `hostileCall` where it is not made harmless. Built from parts, so that every tag meets every handler and every scheme meets every kind of link. */
export const hostileMarkup = [
  ...tags.flatMap((tag) =>
    handlers.flatMap((handler) =>
      wraps.map((wrap) => wrap(`<${tag} src=x ${handler}=${hostileCall} autofocus>x</${tag}>`)),
    ),
  ),
  ...hostileSchemes.flatMap((scheme) => [
    `[x](${scheme}${hostileCall})`,
    `[x](<${scheme}${hostileCall}>)`,
    `![x](${scheme}${hostileCall})`,
    `<${scheme}${hostileCall}>`,
    `[x]\n\n[x]: ${scheme}${hostileCall}`,
    `<a href="${scheme}${hostileCall}">x</a>`,
    `[x](${scheme}${hostileCall} "t\\" onmouseover=${hostileCall}")`,
  ]),
  `\`\`\`html\n<script>${hostileCall}</script>\n\`\`\``,
  `<svg><![CDATA[><img src=x onerror=${hostileCall}>]]></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--><img src=x onerror=${hostileCall}>">`,
  `<noscript><p title="</noscript><img src=x onerror=${hostileCall}>">`,
  `<a id=canary></a><a id=canary name=x href=y></a>`,
  `[^1]\n\n[^1]: <img src=x onerror=${hostileCall}>`,
  `| a |\n|--|\n| <img src=x onerror=${hostileCall}> |`,
];
