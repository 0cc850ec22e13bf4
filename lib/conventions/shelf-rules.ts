import type { Convention } from "./project-file.ts";

/** What is only ever a part of another: it stands on the shelf in that one's example. */
const parts =
  /\/(chart|data-table|filter-bar)\/|\/(\w+-)?popup\.tsx$|\/opened-[\w-]+\.tsx$|\/(combobox-options|later)\.tsx$/;

const standsOnTheShelf: Convention = {
  name: "every part stands on the shelf",
  find(files) {
    const paths = new Set(files.map(({ path }) => path));
    return files
      .filter(
        ({ path, text }) =>
          /^components\/(ui|patterns)\/.*(?<!\.example|\.test)\.tsx$/.test(path) &&
          !parts.test(path) &&
          /^export function [A-Z]/m.test(text),
      )
      .filter(({ path }) => !paths.has(path.replace(/\.tsx$/, ".example.tsx")))
      .map(({ path }) => ({
        path,
        message: `Write ${path
          .replace(/\.tsx$/, ".example.tsx")
          .split("/")
          .at(-1)} beside it, so that it is photographed and checked in both themes.`,
      }));
  },
};

/** What the parts that pages are made of keep to. */
export const shelfRules: Convention[] = [standsOnTheShelf];
