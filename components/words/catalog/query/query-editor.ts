export const query = "Query";
export const functionReference = "Functions of the language";
export const keysOfTheEditor =
  "Down or Control Space shows what can follow, Tab or Enter takes it, Escape closes it. F1 shows the functions. Shift Enter begins a line.";
export const goThere = "Go there";
