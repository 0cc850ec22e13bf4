import { createContext, useContext } from "react";

export type FieldWiring = {
  controlId: string | undefined;
  labelId: string | undefined;
  describedBy: string | undefined;
  invalid: boolean;
  warned: boolean;
};

const unwired: FieldWiring = {
  controlId: undefined,
  labelId: undefined,
  describedBy: undefined,
  invalid: false,
  warned: false,
};

export const FieldContext = createContext<FieldWiring>(unwired);

/** What a control needs to know about the field around it. */
export function useField(): FieldWiring {
  return useContext(FieldContext);
}
