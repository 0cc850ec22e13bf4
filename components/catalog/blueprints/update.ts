/** A change of a value, made to what it is by then: of two changes in the same frame the second does not undo the first. */
export type Update<T> = (now: T) => T;
export type OnUpdate<T> = (update: Update<T>) => void;

/** The changes of one item of a list, as changes of the list. One that has gone meanwhile is not brought back. */
export function atIndex<T>(onUpdate: OnUpdate<T[]>, index: number): OnUpdate<T> {
  return (update) => onUpdate((items) => (index in items ? items.with(index, update(items[index] as T)) : items));
}

/** Changes some parts of a value and leaves the others as they are by then. */
export function setter<T extends object>(onUpdate: OnUpdate<T>): (change: Partial<T>) => void {
  return (change) => onUpdate((now) => ({ ...now, ...change }));
}
