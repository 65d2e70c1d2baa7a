/** A cell of a sheet as one number, for sets and maps of many. */
const COLUMNS = 16_384;

export const placeOf = (row: number, column: number): number => row * COLUMNS + column;

export const rowOf = (place: number): number => Math.floor(place / COLUMNS);

export const columnOf = (place: number): number => place % COLUMNS;
