import type { GitOutcome } from "#lib/ingestion/git/run-git.ts";
import { AppError } from "#lib/kernel/errors.ts";

export type Circumstances = {
  ref: string | null;
  hostname: string;
  path: string;
  refPath: string;
  maxBytes: number;
  timeoutMs: number;
};

/** What git's failure means for the person who asked. Its own words are not shown: they name our folders. */
export function explainFailure(
  outcome: GitOutcome,
  signal: AbortSignal,
  { ref, hostname, path, refPath, maxBytes, timeoutMs }: Circumstances,
): AppError {
  if (signal.reason === "size") return repositoryTooLarge(maxBytes);
  if (signal.reason === "time")
    return new AppError(
      "unavailable",
      `${hostname} did not deliver the repository within ${timeoutMs / 1000} seconds; try again, or import from a smaller one.`,
    );
  const complaint = outcome.complaint;
  if (/Remote branch .* not found/.test(complaint))
    return invalidField(refPath, `The repository has no branch or tag ${ref ?? ""}; check the name.`);
  if (/could not read (?:Username|Password)|Authentication failed|error: 40[13]/.test(complaint))
    return invalidField(
      path,
      "The repository does not exist or asks for a sign-in; only public repositories can be imported.",
    );
  if (/not found|error: 404|does not appear to be a git repository|not valid: is this a git repository/.test(complaint))
    return invalidField(path, "There is no git repository at this address; check it.");
  if (/error: 30\d|redirect/.test(complaint))
    return invalidField(path, "The address leads to another address; use that one directly.");
  if (/SSL|certificate|TLS/i.test(complaint))
    return invalidField(path, `The certificate of ${hostname} cannot be trusted; the host's operator has to renew it.`);
  if (/fsck error|bad object|invalid|badTree|hasDot/i.test(complaint))
    return invalidField(path, "The repository has damaged or dangerous objects in it; run git fsck in it.");
  return new AppError(
    "unavailable",
    `The repository could not be fetched from ${hostname}; check that git clone works with this address and try again.`,
  );
}

/** The error about a repository that is cut off for its size. */
export function repositoryTooLarge(maxBytes: number): AppError {
  return new AppError(
    "too_large",
    `The repository is larger than ${maxBytes / 1_000_000} MB; import from a smaller one.`,
  );
}

/** An error about one input field. */
export function invalidField(path: string, message: string): AppError {
  return new AppError("invalid", message, [{ path, message }]);
}
