// What the page may ask Python for, and what it is told. Written from calculator/page/protocol.py and the functions that
// are annotated with it: do not edit, but run `python -m runtime.client.bridge_declarations`.

/** Why Python does not come or cannot go on: what there is a sentence for. */
export type FailureCode = "missing" | "damaged" | "broken" | "silent" | "refused" | "unsupported";

/** What the page of messages says when something has been done. */
export type MessageSentence = "pasted" | "refused" | "copied" | "not-copied" | "cleared";

/** What the page of the family says when something has been done. */
export type FamilySentence =
  "full" | "removed" | "undone" | "done" | "kept" | "waiting" | "refused" | "forgotten" | "elsewhere" | "unreadable" | "blank" | "deleted";

/** A file for the visitor to keep: its name, its media type, and what is in it. */
export interface File {
  name: string;
  type: string;
  base64: string;
}

/** What the system's share sheet shows of a file. */
export interface Sheet {
  title: string;
}

/** What it shows of text. */
export interface TextSheet {
  title: string;
  text: string;
}

/** What was likely meant by what somebody typed: the text to be put in its place, and what its button says. */
export interface Offer {
  value: string;
  name: string;
}

/**
 * What is wrong with one field; `field` is empty where it is none in particular. The field of a family's fault begins
 * with the person's index: `2.last`. Where the message asks which of some days or counties is meant, each is offered.
 */
export interface Fault {
  field: string;
  code: string;
  message: string;
  offers: Offer[];
}

/** The reply to what cannot be answered, with a sentence for each field at fault. */
export interface Refusal {
  ok: false;
  errors: Fault[];
}

/** The reply where a package must be loaded first. The worker loads it and asks again: no page sees this. */
export interface Needs {
  ok: false;
  needs: string;
}

/** What every other reply holds, and all that some do. */
export interface Reply {
  ok: true;
}

/** A request that says all by its `do`. */
export interface EmptyRequest {}

/** A sentence for the visitor, which may be empty. */
export interface SaidReply {
  ok: true;
  said: string;
}

/** Markup to be shown. */
export interface ShownReply {
  ok: true;
  html: string;
}

/** Markup to be shown, and a sentence that says so. */
export interface ShownAndSaidReply {
  ok: true;
  html: string;
  said: string;
}

/** A file to be saved. */
export interface FileReply {
  ok: true;
  file: File;
}

/** A file to be saved, and a sentence for when it is. */
export interface KeepReply {
  ok: true;
  file: File;
  said: string;
}

/** The calculator's fields as they were typed, by the names in `calculator.reading.form.FIELDS`. */
export interface FieldsRequest {
  fields: Record<string, string>;
}

/** An answer: its markup, and what a screen reader says of it. */
export interface AnswerReply {
  ok: true;
  html: string;
  spoken: string;
}

/** A place as the form has it: its path, or as it was typed. */
export interface PlacesRequest {
  region: string;
}

/** Something to choose: what stands for it in the form, and what it is called. */
export interface PlaceInside {
  path: string;
  name: string;
}

/** What can be chosen inside a province or a prefecture, which is `around` it; `chosen` is one of the paths. */
export interface PlaceLevel {
  around: string;
  chosen: string;
  inside: PlaceInside[];
}

/** What a place means: its province, the paths of the rules that could hold there, and its levels. */
export interface PlacesReply {
  ok: true;
  province: string;
  rules: string[];
  levels: PlaceLevel[];
}

/** The day on which the page was made, and what was typed for today; none where a page has no field for that. */
export interface ClockRequest {
  made: string;
  today: string | null;
}

/** The fields that an answer was made from, the page's own address, and whether its browser saves and prints. */
export interface TakeAlongRequest {
  fields: Record<string, string>;
  page: string;
  saves: boolean;
}

/** Text for the clipboard, and what to say where the browser refuses. */
export interface CopyReply {
  ok: true;
  said: string;
  copy: string;
  otherwise: string;
}

/** What to say where the visitor ends the sharing, where the browser wants a fresh press, and where it refuses. */
export interface SharingReply {
  ok: true;
  said: string;
  cancelled: string;
  again: string;
  otherwise: string;
}

/** Text for the system's share sheet. */
export interface ShareReply {
  ok: true;
  said: string;
  cancelled: string;
  again: string;
  otherwise: string;
  share: TextSheet;
}

/** A calendar file for the system's share sheet. */
export interface ShareCalendarReply {
  ok: true;
  said: string;
  cancelled: string;
  again: string;
  otherwise: string;
  share: Sheet;
  file: File;
}

/** What was typed about one person, by the names in `calculator.family.people.FIELDS`. */
export interface Person {
  label: string;
  last: string;
  region: string;
}

/** Everybody of the form, in its order. */
export interface PeopleRequest {
  people: Person[];
}

/**
 * Everybody's answer. `names` is what to call each person of the request, in its order; `errors` has everybody's
 * faults, which do not hinder the others' answers; `kept` is what the device remembers once its owner has said yes.
 */
export interface PeopleReply {
  ok: true;
  html: string;
  spoken: string;
  names: string[];
  errors: Fault[];
  kept: string;
}

/** What a file holds, and who is in the form already. */
export interface ImportRequest {
  people: Person[];
  text: string;
}

/**
 * The people of a file, alone and `together` with those who are in the form already. Where the form is not empty,
 * `question` asks which of the two is wanted; `together` is none where they would be too many.
 */
export interface ImportReply {
  ok: true;
  said: string;
  people: Person[];
  together: Person[] | null;
  question: string;
}

/** What holds for a whole roster, as it was typed, by the names in `SETTINGS`. */
export interface SettingsRequest {
  fields: Record<string, string>;
}

/** A table, and how many bytes it has; one that is too large is not sent. A workbook's sheet may be named. */
export interface OpenRequest {
  fields: Record<string, string>;
  base64: string;
  size: number;
  sheet?: string;
}

/** For each field of a row the number of the column in which it is found, or nothing; and the sheet to be read. */
export interface ChangeRequest {
  fields: Record<string, string>;
  columns: Record<string, string>;
  sheet?: string;
}

/** What kind of file is wanted, by its ending. */
export interface SaveRequest {
  kind: string;
}

/** The kind of file that is being written, if it is one. */
export interface WorkRequest {
  kind?: string;
}

/** How far the work has come, between 0 and 1, and what a screen reader says of it. */
export interface StepReply {
  ok: true;
  share: number;
  spoken: string;
}

/** The last step: the result, the sheets that the file has, and the number from 0 of the one that was read. */
export interface ResultReply {
  ok: true;
  share: number;
  spoken: string;
  html: string;
  sheets: WorkbookSheet[];
  sheet: number;
}

/** The group that is wanted, or nothing for all. */
export interface GroupRequest {
  group: string;
}

/** Which page of a group is wanted, from 0 on. */
export interface ShowRequest {
  group: string;
  page: number;
}

/** An invented roster as it would be pasted. */
export interface ExampleReply {
  ok: true;
  text: string;
}

/** Everything that can be asked for, by the `do` of the request. */
export interface Actions {
  assess: { request: FieldsRequest; reply: AnswerReply };
  first: { request: FieldsRequest; reply: AnswerReply };
  forgotten: { request: FieldsRequest; reply: AnswerReply };
  calendar: { request: TakeAlongRequest; reply: KeepReply | ShownAndSaidReply | SaidReply };
  clock: { request: ClockRequest; reply: SaidReply };
  "family/assess": { request: PeopleRequest; reply: PeopleReply };
  "family/calendar": { request: PeopleRequest; reply: KeepReply };
  "family/export": { request: PeopleRequest; reply: KeepReply };
  "family/import": { request: ImportRequest; reply: ImportReply };
  link: { request: TakeAlongRequest; reply: CopyReply | SaidReply };
  message: { request: MessageRequest; reply: MessageReply };
  places: { request: PlacesRequest; reply: PlacesReply };
  qr: { request: TakeAlongRequest; reply: ShownAndSaidReply };
  share: { request: TakeAlongRequest; reply: ShareReply };
  "share-calendar": { request: TakeAlongRequest; reply: ShareCalendarReply | SaidReply };
  slip: { request: TakeAlongRequest; reply: ShownAndSaidReply };
  text: { request: TakeAlongRequest; reply: CopyReply };
  "roster/prepare": { request: EmptyRequest; reply: Reply };
  "roster/open": { request: OpenRequest; reply: Reply };
  "roster/work": { request: WorkRequest; reply: FileReply | ResultReply | StepReply };
  "roster/change": { request: ChangeRequest; reply: Reply };
  "roster/show": { request: ShowRequest; reply: ShownReply };
  "roster/save": { request: SaveRequest; reply: Reply };
  "roster/sheet": { request: GroupRequest; reply: ShownReply };
  "roster/example": { request: SettingsRequest; reply: ExampleReply };
  "roster/cancel": { request: EmptyRequest; reply: Reply };
  "roster/close": { request: EmptyRequest; reply: Reply };
}

/** A request: what is wanted, and what that needs. */
export type Request<Do extends keyof Actions> = { do: Do } & Actions[Do]["request"];

/** In place of a reply where a part of Python that is needed for it could not be fetched. */
export interface Lost {
  ok: false;
  failed: FailureCode;
}

/** What comes of a request. What one of the possible replies has, and another has not, may be looked for in each. */
export type Outcome<Do extends keyof Actions> = Either<Actions[Do]["reply"] | Refusal | Lost>;

type Either<T, Every extends PropertyKey = T extends T ? keyof T : never> = T extends T
  ? T & { [Key in Exclude<Every, keyof T>]?: undefined }
  : never;
