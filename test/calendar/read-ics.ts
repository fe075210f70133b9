/** A strict reader of iCalendar text for the tests: everything that RFC 5545 does not allow is thrown. */

export type IcsProperty = {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
};
export type IcsComponent = {
  readonly name: string;
  readonly properties: readonly IcsProperty[];
  readonly components: readonly IcsComponent[];
};

/** Octets of a content line without its break (RFC 5545, 3.1). */
const LONGEST_LINE = 75;
const LINE = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=[^";:,\p{Cc}]+)*):((?:\t|[^\p{Cc}])*)$/u;
const STAMP = /^\d{8}T\d{6}Z$/;
const DAY = /^\d{8}$/;
const DURATION = /^[+-]?P(?:\d+W|\d+D(?:T\d+H)?|T\d+H)$/;
const TEXTS = ['SUMMARY', 'DESCRIPTION', 'CATEGORIES', 'X-WR-CALNAME'];

/** The one calendar of a file. */
export function readIcs(bytes: Uint8Array): IcsComponent {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const lines = unfolded(text).map(property);
  const stack: { name: string; properties: IcsProperty[]; components: IcsComponent[] }[] = [];
  let root: IcsComponent | undefined;
  for (const line of lines) {
    demand(root === undefined, 'nothing after the calendar');
    if (line.name === 'BEGIN') stack.push({ name: line.value, properties: [], components: [] });
    else if (line.name === 'END') {
      const done = stack.pop();
      demand(done?.name === line.value, `END:${line.value}`);
      if (!done) continue;
      checkComponent(done);
      const parent = stack.at(-1);
      if (parent) parent.components.push(done);
      else root = done;
    } else {
      const own = stack.at(-1);
      demand(own !== undefined, 'no property outside of a component');
      own?.properties.push(line);
    }
  }
  if (root?.name !== 'VCALENDAR') throw new Error('no complete VCALENDAR');
  return root;
}

/** The value of a property that must be there once. */
export function valueOf(component: IcsComponent, name: string): string {
  const found = component.properties.filter((one) => one.name === name);
  const [only] = found;
  if (found.length !== 1 || !only) throw new Error(`${name} stands ${found.length} times in ${component.name}`);
  return only.value;
}

function unfolded(text: string): string[] {
  demand(text.endsWith('\r\n'), 'the file ends with CRLF');
  const physical = text.slice(0, -2).split('\r\n');
  const logical: string[] = [];
  for (const line of physical) {
    demand(!/[\r\n]/.test(line), 'no bare CR or LF');
    demand(new TextEncoder().encode(line).length <= LONGEST_LINE, `too long: ${line}`);
    if (/^[ \t]/.test(line)) logical.push(`${logical.pop() ?? ''}${line.slice(1)}`);
    else logical.push(line);
  }
  return logical;
}

function property(line: string): IcsProperty {
  const match = LINE.exec(line);
  if (!match) throw new Error(`not a content line: ${line}`);
  const [, name = '', parameters = '', value = ''] = match;
  const pairs =
    parameters === ''
      ? []
      : parameters
          .slice(1)
          .split(';')
          .map((pair) => pair.split('='));
  return {
    name,
    parameters: Object.fromEntries(pairs.map(([key = '', own = '']) => [key, own])),
    value: TEXTS.includes(name) ? unescaped(value) : value,
  };
}

function unescaped(value: string): string {
  demand(!/(?<!\\)(?:\\\\)*[,;]/.test(value), `a separator that is not escaped: ${value}`);
  return value.replaceAll(/\\(.?)/gu, (_, sign: string) => {
    if (sign === 'n' || sign === 'N') return '\n';
    demand([',', ';', '\\'].includes(sign), `no such escape: \\${sign}`);
    return sign;
  });
}

function checkComponent(component: IcsComponent): void {
  const { name } = component;
  if (name === 'VCALENDAR') {
    demand(valueOf(component, 'VERSION') === '2.0', 'VERSION');
    valueOf(component, 'PRODID');
    demand(
      component.components.every((own) => own.name === 'VEVENT'),
      'only events',
    );
    const uids = component.components.map((own) => valueOf(own, 'UID'));
    demand(new Set(uids).size === uids.length, 'each UID once');
  } else if (name === 'VEVENT') {
    demand(STAMP.test(valueOf(component, 'DTSTAMP')), 'DTSTAMP in UTC');
    demand(/^\d+$/.test(valueOf(component, 'SEQUENCE')), 'SEQUENCE');
    for (const day of ['DTSTART', 'DTEND']) {
      demand(DAY.test(valueOf(component, day)), day);
      const own = component.properties.find((one) => one.name === day);
      demand(own?.parameters['VALUE'] === 'DATE', `${day} as a date`);
    }
    demand(valueOf(component, 'DTSTART') < valueOf(component, 'DTEND'), 'DTEND after DTSTART');
    demand(
      component.components.every((own) => own.name === 'VALARM'),
      'only alarms in an event',
    );
  } else if (name === 'VALARM') {
    demand(valueOf(component, 'ACTION') === 'DISPLAY', 'ACTION');
    valueOf(component, 'DESCRIPTION');
    demand(DURATION.test(valueOf(component, 'TRIGGER')), `TRIGGER ${valueOf(component, 'TRIGGER')}`);
  } else throw new Error(`no such component: ${name}`);
}

function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}
