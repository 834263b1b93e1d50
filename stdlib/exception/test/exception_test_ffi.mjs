export function throwValue(value) {
  throw value;
}

export function newCell() {
  return { marked: false };
}

export function mark(cell) {
  cell.marked = true;
}

export function isMarked(cell) {
  return cell.marked;
}
