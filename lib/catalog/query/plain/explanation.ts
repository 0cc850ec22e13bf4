export type State = "true" | "false" | "error";

/** Why a query is what it is for one entity; the parts are those of the query. */
export interface Explanation {
  state: State;
  /** The sub-expression. */
  text: string;
  /** What was found, in one sentence for people. */
  message: string;
  parts: Explanation[];
}
