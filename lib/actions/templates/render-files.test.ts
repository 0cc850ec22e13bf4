import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { renderFiles } from "#lib/actions/templates/render-files.ts";

const canary = "/tmp/causeway-template-canary";
const values = { name: "payouts", title: 'A "quoted" title', list: [1, 2, 3] };
const render = (content: string, path = "x") => renderFiles([{ path, content, isPolicy: false }], { values }, "test");

test("values are filled into paths and contents, also quoted", async () => {
  const [file] = await render(
    "name: ${{ values.name }}\ntitle: ${{ values.title | dump }}\n",
    "deploy/${{ values.name }}.yaml",
  );
  expect(file).toEqual({
    path: "deploy/payouts.yaml",
    content: 'name: payouts\ntitle: "A \\"quoted\\" title"\n',
    isPolicy: false,
  });
});

// What known holes of template engines looked like; none may run, and none may show anything of the host.
const hostile = [
  "${{ constructor.constructor('return process')() }}",
  "${{ values.constructor.constructor('return process.env')() }}",
  "${{ ''.constructor.constructor('return this')().process.version }}",
  "${{ values['const' + 'ructor'] }}",
  "${{ values.__proto__.polluted }}",
  "${{ values['__proto__'] }}",
  "${{ range.constructor(\"return global.process.mainModule.require('child_process').execSync('touch " +
    canary +
    "')\")() }}",
  "${{ cycler.constructor('return process')() }}",
  "${{ joiner.constructor('return process')() }}",
  "${{ values.list.map.constructor('return process')() }}",
  "${{ values.list.toString.constructor('return process')() }}",
  "${{ [].filter.constructor('return process')() }}",
  "{% set x = [].constructor %}${{ x }}",
  "{% for x in range(10000000) %}a{% endfor %}",
  "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}",
  "{% macro f() %}${{ f() }}{% endmacro %}${{ f() }}",
  "{% set x = 'aaaaaaaaaa' %}{% for i in range(30) %}{% set x = x ~ x %}{% endfor %}${{ x }}",
  "${{ 'a' | replace('a', '$&$&$&$&') | replace('a', '$&$&') }}",
  "${{ 'a'.repeat(1000000000) }}",
  "${{ 'x'.padEnd(1000000000) }}",
  '{% include "/etc/passwd" %}',
  '{% import "/etc/passwd" as p %}${{ p }}',
  '{% extends "/etc/passwd" %}',
  '{% from "../../package.json" import x %}',
  "${{ require('fs').readFileSync('/etc/passwd') }}",
  "${{ process.env.PATH }}",
  "${{ globalThis }}",
  "${{ self }}",
  "${{ this }}",
  "${{ env }}",
  "${{ values.name.constructor.prototype }}",
  "${{ values | attr('constructor') }}",
  "${{ (".repeat(5_000) + "1" + ")".repeat(5_000) + " }}",
  "{% if true %}".repeat(5_000),
];

test("hostile templates neither run nor show anything of the host, and end soon", async () => {
  for (const template of hostile) {
    const startedAt = performance.now();
    const text = await render(template).then(
      (files) => files[0]?.content ?? "",
      (error: unknown) => `refused: ${error instanceof Error ? error.message : ""}`,
    );
    expect(text.length, template.slice(0, 80)).toBeLessThan(10_000);
    expect(text, template.slice(0, 80)).not.toMatch(
      /root:x:|\/usr\/bin|native code|\[object (?:Function|process)|v2\d\.\d+\.\d+|Object\.prototype/,
    );
    expect(performance.now() - startedAt, template.slice(0, 80)).toBeLessThan(11_000);
  }
  expect(existsSync(canary)).toBe(false);
}, 120_000);

test("a mistake in a template names the file and the line", async () => {
  await expect(render("fine\n${{ values.name | nothing }}", "docs/index.md")).rejects.toThrow(/docs\/index\.md/);
});
