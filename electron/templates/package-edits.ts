/** Collects what changes in a package and writes it in one go. */
import { CONTENT_TYPES, type Package, relationsPartOf } from './package.js';
import { element, appended, prefixOf, withoutElements } from './edit-workbook.js';
import { type Edit, edited } from './tags.js';
import { rewriteZip, type ZipChanges } from './write-zip.js';

export class PackageEdits {
  readonly #texts = new Map<string, string>();
  readonly #edits = new Map<string, Edit[]>();
  readonly #removed = new Set<string>();
  readonly #added: { name: string; content: Uint8Array; like: string }[] = [];

  constructor(readonly form: Package) {}

  /** New text of a part as a whole. */
  setText(part: string, text: string): void {
    if (text !== this.form.xml(part)) this.#texts.set(part, text);
  }

  edit(part: string, edits: readonly Edit[]): void {
    this.#edits.set(part, [...(this.#edits.get(part) ?? []), ...edits]);
  }

  /** A new part beside those that are there; times and attributes are those of `like`. */
  add(name: string, content: Uint8Array, like: string): void {
    this.#added.push({ name, content, like });
  }

  /** Names the kind of a new part, unless its ending says it already. */
  addContentType(part: string, type: string): void {
    if (this.form.contentType(part) === type) return;
    const xml = this.form.xml(CONTENT_TYPES);
    const text = element(`${prefixOf(xml, 'Override')}Override`, { PartName: `/${part}`, ContentType: type });
    this.edit(CONTENT_TYPES, appended(xml, 'Types', text));
  }

  /** Takes a part out together with every mention of it. */
  remove(part: string, source: string): void {
    const id = this.form.relations(source).find((relation) => relation.target === part)?.id;
    const relations = relationsPartOf(source);
    this.#removed.add(this.form.entry(part).name);
    this.edit(
      relations,
      withoutElements(this.form.xml(relations), (attributes) => attributes.get('Id') === id),
    );
    const isMeant = (attributes: ReadonlyMap<string, string>): boolean => attributes.get('PartName') === `/${part}`;
    this.edit(CONTENT_TYPES, withoutElements(this.form.xml(CONTENT_TYPES), isMeant));
  }

  has(part: string): boolean {
    return this.form.has(part) || this.#added.some((added) => added.name === part);
  }

  /** The file with the changes in it. */
  written(): Uint8Array {
    const changes: ZipChanges = {
      changed: this.#changed(),
      removed: this.#removed,
      added: this.#added.map(({ like, ...part }) => ({ ...part, like: this.form.entry(like) })),
    };
    return rewriteZip(this.form.zip, changes);
  }

  #changed(): Map<string, Uint8Array> {
    const changed = new Map<string, Uint8Array>();
    for (const part of new Set([...this.#texts.keys(), ...this.#edits.keys()])) {
      const before = this.form.xml(part);
      const text = edited(this.#texts.get(part) ?? before, this.#edits.get(part) ?? []);
      if (text !== before) changed.set(this.form.entry(part).name, new TextEncoder().encode(text));
    }
    return changed;
  }
}
