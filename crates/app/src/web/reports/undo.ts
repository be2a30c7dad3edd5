// What was changed, so that it can be taken back: one entry for a cell that was typed in, one for a whole paste.
import { typed, type Filled } from "./table.ts";

export interface Change {
  cell: Filled;
  before: string;
  after: string;
}

export class Undo {
  private done: Change[][] = [];
  private undone: Change[][] = [];
  private readonly begun = new Map<Filled, string>();

  /** The person comes to a cell: what stands in it now is what «before» will mean. */
  begin(cell: Filled): void {
    this.begun.set(cell, typed(cell));
  }

  /** What stood in a cell when the person came to it. */
  before(cell: Filled): string {
    return this.begun.get(cell) ?? typed(cell);
  }

  /** What was typed since then becomes an entry. */
  end(cell: Filled): void {
    const before = this.before(cell);
    const after = typed(cell);
    this.begun.set(cell, after);
    this.add([{ cell, before, after }]);
  }

  add(changes: Change[]): void {
    const real = changes.filter((c) => c.before !== c.after);
    if (!real.length) return;
    this.done.push(real);
    this.undone = [];
  }

  /** Somebody else's value stands in the cell now: what was here before is not ours to bring back. */
  forget(cell: Filled): void {
    const without = (list: Change[][]) => list.map((c) => c.filter((one) => one.cell !== cell)).filter((c) => c.length);
    this.done = without(this.done);
    this.undone = without(this.undone);
    this.begin(cell);
  }

  back(): Change[] | undefined {
    const changes = this.done.pop();
    if (changes) this.undone.push(changes);
    return changes?.map(({ cell, before, after }) => ({ cell, before: after, after: before }));
  }

  again(): Change[] | undefined {
    const changes = this.undone.pop();
    if (changes) this.done.push(changes);
    return changes;
  }
}
