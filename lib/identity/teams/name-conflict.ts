import { AppError } from "#lib/kernel/errors.ts";

/** Runs what writes a team's name. Two teams of one name could not be told apart in any list. @throws AppError `conflict` */
export async function refusingTakenName<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
      if ("code" in cause && cause.code === "23505")
        throw new AppError("conflict", "Another team has this name; choose another one.", [
          { path: "name", message: "Another team has this name" },
        ]);
    }
    throw error;
  }
}
