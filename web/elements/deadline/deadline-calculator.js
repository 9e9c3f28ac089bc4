// @ts-check
/**
 * `<deadline-calculator>`: brings the form inside it to life. It knows no dates and no rules: it carries what was
 * typed to Python and shows what comes back. The markup, with every sentence, is in the page before this runs.
 */

import { heedClock } from "../parts/device-clock.js";
import { showFault, showSummary } from "../parts/form-errors.js";
import { PlaceChooser } from "../parts/place-chooser.js";
import { PythonElement } from "../parts/python-element.js";
import { readAloud } from "../take-along/read-aloud.js";
import { takeAlong } from "../take-along/take-along.js";

const FIELDS = ["last", "claim", "region", "scheme", "rule", "grace", "today"];

/** The ways into the calculator: what each asks the bridge for, and the field with which it begins. */
const WAYS = {
  last: { action: "assess", begins: "last" },
  first: { action: "first", begins: "claim" },
  forgotten: { action: "forgotten", begins: "province" },
};
/** @typedef {keyof typeof WAYS} Way */
const PRESET_WAY = "last";

const TYPING = 300; // milliseconds without an answer, after which it is not being typed any more

class DeadlineCalculator extends PythonElement {
  /** @type {PlaceChooser} */ #place = /** @type {any} */ (undefined);
  /** Counts questions, so that a slow reply never overwrites a newer one. */
  #asked = 0;
  /** Whether the visitor has asked for an answer or has had one, so that errors may be shown. */
  #submitted = false;
  /** What the last answer was asked with, as it travels in addresses. */
  #answered = new URLSearchParams();
  /** Whether the address does not say so yet. */
  #unwritten = false;
  /** Runs out once somebody has stopped typing. @type {ReturnType<typeof setTimeout> | undefined} */ #typing;

  connectedCallback() {
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submitted = true;
      this.#ask({ move: true });
    });
    const [province, region, find] = ["province", "region", "find"].map((name) => /** @type {any} */ (this.#input(name)));
    this.#place = new PlaceChooser({ province, region, find }, /** @type {any} */ (this.find("#places")));
    this.find(".ways").addEventListener("change", () => this.#turnTo(this.#way));
    this.#form.addEventListener("input", () => this.#ask({ quiet: true }));
    this.#form.addEventListener("change", () => this.#ask({ quiet: !this.#submitted }));
    this.find(".answer").addEventListener("click", ({ target }) => {
      if (/** @type {Element} */ (target).closest("[data-edit]")) this.#input(WAYS[this.#way].begins).focus();
    });
    readAloud(this.find(".answer"));
    takeAlong(this, () => Object.fromEntries(this.#answered));
    heedClock(this);
    addEventListener("hashchange", () => this.#readFragment(location.hash === ""));
    addEventListener("before-new-version", () => this.#writeFragment());

    super.connectedCallback();
    this.#readFragment();
  }

  /** @override */
  started() {
    if (this.#submitted || this.#input(WAYS[this.#way].begins).value) this.#ask({ quiet: !this.#submitted });
  }

  get #way() {
    const chosen = this.querySelector("[name=way]:checked");
    return /** @type {Way} */ (/** @type {HTMLInputElement} */ (chosen).value);
  }

  /** Another way in is another page to the visitor. @param {Way} way */
  #turnTo(way) {
    this.#submitted = false;
    this.#showWay(way);
    this.#writeFragment(); // to which the back button returns
    history.pushState(null, "", way === PRESET_WAY ? "#" : `#way=${way}`);
    this.#ask({ quiet: true });
  }

  /** @param {Way} way */
  #showWay(way) {
    /** @type {HTMLInputElement} */ (this.find(`[name=way][value=${way}]`)).checked = true;
    for (const part of this.querySelectorAll("[data-way]")) {
      /** @type {HTMLElement} */ (part).hidden = !part.getAttribute("data-way")?.split(" ").includes(way);
    }
    // What the way begins with must be in sight.
    this.#input(WAYS[way].begins).closest("details")?.setAttribute("open", "");
  }

  /** Ask Python about the form as it stands. `quiet`: show no errors; `move`: take the focus to what comes. */
  async #ask({ quiet = false, move = false }) {
    const asked = ++this.#asked;
    const way = this.#way;
    const fields = Object.fromEntries(FIELDS.map((name) => [name, this.#input(name).value]));
    const reply = await this.python.ask({ do: WAYS[way].action, fields });
    if (asked !== this.#asked) return;
    if (reply.failed) return this.fail(reply.failed);
    if (reply.ok) this.#keepAnswered(way, fields, quiet);
    this.#showErrors(reply.ok || quiet ? [] : reply.errors, move);
    this.show(".answer", reply.ok ? reply.html : "");
    this.find(".answer").hidden = !reply.ok;
    this.find("[role=status]").textContent = reply.ok && !move ? reply.spoken : "";
    this.#submitted ||= reply.ok;
    if (reply.ok && move) this.find(".answer-title").focus();
  }

  /** @param {{field: string, message: string}[]} errors @param {boolean} move */
  #showErrors(errors, move) {
    for (const name of FIELDS) showFault(this.#input(name), errors.find(({ field }) => field === name)?.message);
    const faults = errors.map(({ field, message }) => ({ control: this.#input(field || WAYS[this.#way].begins), message }));
    showSummary(this.find(".error-summary"), faults, move);
  }

  /** The answers travel behind `#`, which browsers never send. @param {boolean} [afresh] take nothing for an answer */
  #readFragment(afresh = false) {
    this.#unwritten = false; // the visitor has gone elsewhere
    const answers = new URLSearchParams(location.hash.slice(1));
    const way = answers.get("way") ?? PRESET_WAY;
    if (!afresh && !["way", ...FIELDS].some((name) => answers.has(name))) return;
    this.#showWay(Object.hasOwn(WAYS, way) ? /** @type {Way} */ (way) : PRESET_WAY);
    for (const name of FIELDS) {
      const input = this.#input(name);
      const answer = answers.get(name) ?? this.#preset(name);
      if (name === "region") this.#place.value = answer;
      else input.value = answer;
      if (answers.has(name)) input.closest("details")?.setAttribute("open", "");
    }
    this.#submitted = answers.has(WAYS[this.#way].begins);
    this.#ask({ quiet: !this.#submitted });
  }

  /**
   * While somebody goes on typing, the address can wait: browsers take longer to change it than Python to answer, and
   * some refuse to do so a hundred times.
   * @param {Way} way @param {Record<string, string>} fields @param {boolean} typing
   */
  #keepAnswered(way, fields, typing) {
    const asked = FIELDS.filter((name) => !this.#input(name).closest("[data-way][hidden]"));
    const given = asked.map((name) => [name, fields[name]]).filter(([name, value]) => value !== this.#preset(name));
    this.#answered = new URLSearchParams(way === PRESET_WAY ? given : [["way", way], ...given]);
    this.#unwritten = location.hash !== `#${this.#answered}`;
    if (!typing || this.#typing === undefined) this.#writeFragment();
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.#typing = undefined;
      this.#writeFragment();
    }, TYPING);
  }

  #writeFragment() {
    if (this.#unwritten) history.replaceState(null, "", `#${this.#answered}`);
    this.#unwritten = false;
  }

  /** What a field holds before anybody touches it. @param {string} name */
  #preset(name) {
    return this.#input(name).dataset.preset ?? "";
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.find("form"));
  }

  /** @param {string} name */
  #input(name) {
    return /** @type {HTMLInputElement | HTMLSelectElement} */ (this.find(`#${name}`));
  }
}

customElements.define("deadline-calculator", DeadlineCalculator);
