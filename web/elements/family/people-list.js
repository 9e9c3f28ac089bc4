// @ts-check
/** The people of the family's form, in its order: one `<fieldset class="family-person">` each. */

import { markup } from "../parts/markup.js";
import { BLANK, Person } from "./family-person.js";

/** @import { Person as Fields } from "../../../runtime/client/bridge.js" */

export class PeopleList {
  /** @type {Person[]} */ #people;
  #box;
  /** The markup of the first, before anything was typed. */ #first;
  #places;
  /** Numbers the fieldsets, whose fields need ids of their own. */
  #made = 1;

  /**
   * @param {HTMLElement} box what holds the fieldsets, the first of them in the markup; `data-most` of them at most
   * @param {HTMLDataListElement} places
   */
  constructor(box, places) {
    const first = /** @type {HTMLElement} */ (box.querySelector(".family-person"));
    this.#box = box;
    this.#first = first.outerHTML;
    this.#places = places;
    this.#people = [new Person(first, places)];
  }

  /** @returns {Iterable<Person>} */
  [Symbol.iterator]() {
    return this.#people[Symbol.iterator]();
  }

  /** @param {string | number | undefined} index */
  at(index) {
    return this.#people[Number(index)];
  }

  get isFull() {
    return this.#people.length >= Number(this.#box.dataset.most);
  }

  /** What was typed about everybody. */
  get fields() {
    return this.#people.map(({ fields }) => fields);
  }

  /** Whether nothing was typed about anybody. */
  get isBlank() {
    return this.fields.every(({ label, last, region }) => !(label || last || region));
  }

  /** @param {Fields} fields */
  add(fields) {
    const number = String(++this.#made);
    this.#box.append(markup(this.#first.replace(/\bfamily-1\b/g, `family-${number}`)));
    const person = new Person(/** @type {HTMLElement} */ (this.#box.lastElementChild), this.#places);
    person.name = person.name.replace("1", number);
    person.fields = fields;
    this.#people.push(person);
    return person;
  }

  /** Take away the person in whose fieldset this is; the only one is emptied. @param {Node} part @returns the name */
  remove(part) {
    const gone = /** @type {Person} */ (this.#people.find(({ fieldset }) => fieldset.contains(part)));
    const { name } = gone;
    if (this.#people.length === 1) gone.fields = BLANK;
    else {
      gone.fieldset.remove();
      this.#people = this.#people.filter((person) => person !== gone);
    }
    return name;
  }

  /** Put others in the place of all. @param {Fields[]} people */
  replace(people) {
    this.#box.textContent = "";
    this.#people = [];
    for (const fields of people) this.add(fields);
  }

  /** The controls that can be at fault, by what the bridge calls them: `2.last`. @returns {Map<string, HTMLElement>} */
  get controls() {
    const controls = new Map();
    this.#people.forEach((person, index) => {
      for (const name of Object.keys(BLANK)) controls.set(`${index}.${name}`, person.faultControl(name));
    });
    return controls;
  }
}
