import { type Convention, isTest, lineAt, perFile } from "./project-file.ts";

const emitted = /\btopics?: (?:"([a-z-]+\.[a-z-]+)"|\[((?:"[a-z-]+\.[a-z-]+"(?:, )?)+)\])/g;

/** The topics that `lib/kernel/topics.ts` declares. */
function declaredTopics(text: string): Set<string> {
  return new Set([...text.matchAll(/^ {2}"([a-z-]+\.[a-z-]+)": "/gm)].map((match) => match[1] ?? ""));
}

const topicsAreDeclared: Convention = {
  name: "every topic says who may hear of it",
  find(files) {
    const declared = declaredTopics(files.find(({ path }) => path === "lib/kernel/topics.ts")?.text ?? "");
    return perFile("", ({ path, text }) =>
      path.startsWith("lib/") && !isTest(path)
        ? [...text.matchAll(emitted)].flatMap((match) =>
            [...`"${match[1] ?? ""}" ${match[2] ?? ""}`.matchAll(/"([a-z-]+\.[a-z-]+)"/g)]
              .map(([, topic = ""]) => topic)
              .filter((topic) => !declared.has(topic))
              .map((topic) => ({
                path,
                line: lineAt(text, match.index),
                message: `Live pages never hear of “${topic}”: add it to lib/kernel/topics.ts with the permission that its reader needs.`,
              })),
          )
        : [],
    ).find(files);
  },
};

/** What every event keeps to. */
export const topicRules: Convention[] = [topicsAreDeclared];
