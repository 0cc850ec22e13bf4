import { spawn } from "node:child_process";
import { root } from "./root.ts";
import { onStop } from "./shutdown.ts";

export type ChildResult = { code: number; output: string };

type Options = {
  environment: NodeJS.ProcessEnv;
  /** `show`: as if it were ours; `collect`: kept (its last part), told line by line. */
  output: "show" | "collect";
  onLine?: (line: string) => void;
  /** Where it runs, when not in the project itself. */
  directory?: string;
};

const keptCharacters = 200_000;

/** Runs a JavaScript or TypeScript file with our Node to its end. It is stopped when we are. */
export function runNode(parameters: string[], options: Options): Promise<ChildResult> {
  return runProgram(process.execPath, ["--disable-warning=ExperimentalWarning", ...parameters], options);
}

/** Runs a program to its end. */
export function runProgram(program: string, parameters: string[], options: Options): Promise<ChildResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      cwd: options.directory ?? root,
      env: options.environment,
      stdio: options.output === "show" ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (chunk: string) => {
        output = (output + chunk).slice(-keptCharacters);
        const line = lastLine(chunk);
        if (line !== "") options.onLine?.(line);
      });
    }
    const ended = new Promise<void>((end) => child.on("close", () => end()));
    const forget = onStop("a step", async () => {
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), 2_000);
      await ended;
      clearTimeout(timer);
    });
    child.on("error", (error) => {
      forget();
      reject(error);
    });
    child.on("close", (code) => {
      forget();
      resolve({ code: code ?? 1, output });
    });
  });
}

function lastLine(text: string): string {
  const plain = text.replaceAll(terminalCodes, "").split("\n");
  return (
    plain
      .map((line) => line.trim())
      .filter((line) => line !== "")
      .at(-1) ?? ""
  );
}

const terminalCodes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[A-Za-z]`, "g");
