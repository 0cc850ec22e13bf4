export const catalog = "Catalog";
export const blueprints = "Blueprints";
export const newKind = "New kind";
export const title = "What is it made of?";
export const sub = "Name a kind of thing and say what is known of each. Its form stands beside it while you write.";
