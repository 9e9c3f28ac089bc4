import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  {
    files: ["web/**/*.js", "runtime/{client,worker,disk,seams}/*.js"],
    languageOptions: { globals: globals.browser, ecmaVersion: 2025, sourceType: "module" },
    rules: {
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "AssignmentExpression > MemberExpression.left[property.name=/^(inner|outer)HTML$/], " +
            "CallExpression[callee.property.name=/^(insertAdjacentHTML|createContextualFragment|parseFromString)$/]",
          message: "Text becomes markup in web/elements/parts/markup.js alone: Trusted Types let no other text.",
        },
      ],
    },
  },
  {
    files: ["runtime/{worker,seams}/*.js", "runtime/disk/embedded-worker.js"],
    languageOptions: { globals: { ...globals.worker, RUNTIME_MANIFEST: "readonly", ORDINARY_FILES: "readonly" } },
  },
  {
    files: ["scripts/**/*.js", "runtime/build/*.js", "tests/**/*.js"],
    languageOptions: { globals: globals.node, ecmaVersion: 2025, sourceType: "module" },
  },
  {
    // Classic scripts that even the oldest browser must be able to read.
    files: ["web/every-page/{bring-words,defer-search,display,landing,mended-address,site}.js"],
    languageOptions: { ecmaVersion: 5, sourceType: "script" },
    rules: { "no-var": "off", "no-unused-vars": ["error", { caughtErrors: "none" }] }, // a caught error must have a name
  },
  {
    // The same, put into one piece with what they import; what else is newer there, esbuild changes or refuses.
    files: [
      "web/elements/parts/{defer-theme,element-state,history-entry,unsupported-browser}.js",
      "runtime/client/{preload,preloaded-python,renew}.js",
    ],
    rules: { "no-var": "off", "no-unused-vars": ["error", { caughtErrors: "none" }] },
  },
];
