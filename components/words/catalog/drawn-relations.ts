export const depends = { one: "depends", many: "depend" };
export const onItItDependsOn = (dependents: string, verb: string, dependencies: string) =>
  `${dependents} ${verb} on it, ${dependencies} it depends on`;
export const toItFromIt = (before: string, after: string) => `${before} to it, ${after} from it`;
