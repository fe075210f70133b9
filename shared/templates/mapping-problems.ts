/** Whether a mapping makes sense by itself, before any form is at hand. */
import type { Problem } from '../model/problem.js';
import { columnNumber, placeOf } from './place.js';
import { type MappedSheet, type MappedTable, roomOf, rowsPerEntry, type TemplateMapping } from './mapping.js';

/** What does not fit within a mapping: cells that are taken twice, tables without room, sheets named twice. */
export function mappingProblems(mapping: TemplateMapping): Problem[] {
  const problems: Problem[] = [];
  const names = new Set<string>();
  mapping.sheets.forEach((sheet, index) => {
    const path = `sheets[${index}]`;
    if (names.has(folded(sheet.sheet)))
      problems.push(problem(`${path}.sheet`, 'このシートは2回出てきます', 'sheet twice'));
    names.add(folded(sheet.sheet));
    problems.push(...tableProblems(sheet, path), ...takenTwice(sheet, path));
  });
  return problems;
}

/** Excel does not tell sheets apart by the case of letters. */
function folded(name: string): string {
  return name.toLowerCase();
}

function tableProblems(sheet: MappedSheet, path: string): Problem[] {
  return sheet.tables.flatMap((table, index) => {
    const at = `${path}.tables[${index}]`;
    const problems: Problem[] = [];
    if (table.lastRow < table.firstRow) {
      problems.push(problem(`${at}.lastRow`, '最後の行が最初の行より上にあります', 'last row above the first'));
    } else if (roomOf(table) < 1) {
      problems.push(problem(`${at}.lastRow`, '1件も入らない行数です', 'no room for one entry'));
    }
    table.columns.forEach((column, place) => {
      if ((column.rowOfEntry ?? 1) <= rowsPerEntry(table)) return;
      problems.push(
        problem(`${at}.columns[${place}].rowOfEntry`, '1件の行数を超えています', 'beyond the rows of an entry'),
      );
    });
    const more = typeof table.whenFull === 'object' ? table.whenFull.sheets : [];
    if (new Set([sheet.sheet, ...more].map(folded)).size !== more.length + 1) {
      problems.push(problem(`${at}.whenFull.sheets`, '同じシートが2回出てきます', 'sheet twice'));
    }
    return problems;
  });
}

type Area = { path: string; from: { row: number; column: number }; to: { row: number; column: number } };

function takenTwice(sheet: MappedSheet, path: string): Problem[] {
  const areas: Area[] = sheet.cells.flatMap((cell, index) => {
    const place = placeOf(cell.at);
    return place ? [{ path: `${path}.cells[${index}].at`, from: place, to: place }] : [];
  });
  const columns = sheet.tables.flatMap((table, index) => columnAreas(table, `${path}.tables[${index}]`));
  const seen: Area[] = [];
  return [...areas, ...columns].flatMap((area) => {
    const isTaken = seen.some((other) => overlaps(other, area));
    seen.push(area);
    return isTaken ? [problem(area.path, 'ほかの項目と同じセルです', 'cell taken twice')] : [];
  });
}

/** Columns of a table; those that stand in different rows of an entry never meet. */
function columnAreas(table: MappedTable, path: string): Area[] {
  const seen = new Set<string>();
  return table.columns.flatMap((column, index) => {
    const at = `${path}.columns[${index}]`;
    const number = columnNumber(column.column);
    const key = `${number}/${column.rowOfEntry ?? 1}`;
    const area = {
      path: at,
      from: { row: table.firstRow, column: number },
      to: { row: table.lastRow, column: number },
    };
    // The same column in another row of the entry is another cell, so only the first of them stands for the area.
    if (seen.has(key)) return [area];
    const isSibling = [...seen].some((other) => other.startsWith(`${number}/`));
    seen.add(key);
    return isSibling ? [] : [area];
  });
}

function overlaps(a: Area, b: Area): boolean {
  return (
    a.from.row <= b.to.row && b.from.row <= a.to.row && a.from.column <= b.to.column && b.from.column <= a.to.column
  );
}

function problem(path: string, ja: string, en: string): Problem {
  return { path, ja, en };
}
