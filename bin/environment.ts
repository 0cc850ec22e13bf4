import { delimiter, dirname } from "node:path";

/** What a child process needs from its surroundings to find programs, files and the network. Nothing of ours is in it. */
const passedOn =
  /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_\w+|TZ|TERM|TMPDIR|TEMP|TMP|SYSTEMROOT|SYSTEMDRIVE|COMSPEC|PATHEXT|APPDATA|LOCALAPPDATA|USERPROFILE|XDG_\w+|NODE_OPTIONS|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR|GIT_SSL_CAINFO|HTTPS?_PROXY|NO_PROXY|ALL_PROXY|CI|NO_COLOR|FORCE_COLOR|COLUMNS|PLAYWRIGHT_\w+|OTEL_\w+|TEST_\w+)$/i;

export type Environment = Record<string, string>;

/** The environment of a child: the surroundings and what it is given, nothing else of ours. */
export function childEnvironment(given: Record<string, string | undefined>): NodeJS.ProcessEnv {
  const surroundings = Object.entries(process.env).filter(([name]) => passedOn.test(name));
  const additions = Object.entries(given).filter(([, value]) => value !== undefined);
  const path = [
    dirname(process.execPath),
    ...surroundings.filter(([name]) => /^path$/i.test(name)).map(([, value]) => value),
  ].join(delimiter);
  // Programs that start `node` by its name (Next does, for style sheets) must get this one, not an older one of the machine.
  // Next declares NODE_ENV as required; each child that cares is given one.
  return { NODE_ENV: "production", ...Object.fromEntries(surroundings), PATH: path, ...Object.fromEntries(additions) };
}
