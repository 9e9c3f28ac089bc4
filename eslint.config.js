import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  {
    files: ["web/**/*.js", "runtime/{client,worker,disk}/*.js"],
    languageOptions: { globals: globals.browser, ecmaVersion: 2023, sourceType: "module" },
    rules: { eqeqeq: "error", "no-var": "error", "prefer-const": "error", "no-eval": "error", "no-implied-eval": "error" },
  },
  {
    files: ["runtime/worker/*.js", "runtime/disk/embedded-worker.js"],
    languageOptions: { globals: { ...globals.worker, RUNTIME_MANIFEST: "readonly" } },
  },
  { files: ["scripts/**/*.js", "runtime/build/*.js", "tests/**/*.js"], languageOptions: { globals: globals.node, ecmaVersion: 2023, sourceType: "module" } },
  {
    // Classic scripts that even the oldest browser must be able to read.
    files: ["web/elements/parts/unsupported-browser.js", "runtime/client/preload.js", "web/elements/parts/defer-theme.js", "web/every-page/{defer-search,site}.js"],
    languageOptions: { ecmaVersion: 5, sourceType: "script" },
    rules: { "no-var": "off", "no-unused-vars": ["error", { caughtErrors: "none" }] }, // there a caught error must have a name
  },
];
