// What the built scripts use, held against what browsers have that cannot be had as programs; see ../test_features.py.
import compat from "eslint-plugin-compat";

export default [
  {
    files: ["**/*.js"],
    languageOptions: { ecmaVersion: 2025, sourceType: "module" },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" },
    plugins: { compat },
    rules: { "compat/compat": "error" },
    settings: { browsers: ["chrome 64", "firefox 60", "safari 11.1"], lintAllEsApis: true },
  },
];
