import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  {
    files: ["docs/assets/**/*.js", "offline/**/*.js"],
    languageOptions: { globals: globals.browser, ecmaVersion: 2023, sourceType: "module" },
    rules: { eqeqeq: "error", "no-var": "error", "prefer-const": "error", "no-eval": "error", "no-implied-eval": "error" },
  },
  {
    files: ["docs/assets/calculator/python-{library,request,runtime,snapshot,wasm,worker}.js", "offline/embedded-worker.js"],
    languageOptions: { globals: { ...globals.worker, RUNTIME_MANIFEST: "readonly" } },
  },
  { files: ["scripts/*.js", "tests/**/*.js"], languageOptions: { globals: globals.node, ecmaVersion: 2023, sourceType: "module" } },
  {
    // Classic scripts that even the oldest browser must be able to read.
    files: ["docs/assets/calculator/{guard,python-early,theme-later}.js", "docs/assets/search-later.js", "docs/assets/site.js"],
    languageOptions: { ecmaVersion: 5, sourceType: "script" },
    rules: { "no-var": "off", "no-unused-vars": ["error", { caughtErrors: "none" }] }, // there a caught error must have a name
  },
];
