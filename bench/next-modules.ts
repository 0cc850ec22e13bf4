import { registerHooks } from "node:module";

// The web's doors name modules of Next as its bundler knows them; without it they are files.
registerHooks({
  resolve: (specifier, context, next) =>
    next(/^next\/[a-z]+$/.test(specifier) ? `${specifier}.js` : specifier, context),
});
