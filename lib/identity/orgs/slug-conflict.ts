import { AppError } from "#lib/kernel/errors.ts";

/** Runs what writes an address. One that belongs to somebody, or did, is a problem of that field. @throws AppError `conflict` */
export async function refusingTakenSlug<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
      if ("code" in cause && cause.code === "23505")
        throw new AppError("conflict", "This address is taken; choose another one.", [
          { path: "slug", message: "Another organization has this address, or had it once" },
        ]);
    }
    throw error;
  }
}
