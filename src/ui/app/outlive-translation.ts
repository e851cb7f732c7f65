/**
 * What stands on the page in the place of texts that a translator took out of it. Several texts may
 * share one: a translator joins what reads as one sentence.
 */
interface StandIn {
  texts: Text[];
  nodes: ChildNode[];
}

/**
 * Page translators put elements of their own in the place of every text, or move it into them. React
 * knows nothing of that: it would fail when it takes such a text out or puts something before it, and
 * everything would go; or give new words to a text that is not on the page any more, and old numbers
 * would stay. From here on a text that React works on is brought back first, for the translator to
 * translate anew. To be called once, before anything is rendered.
 */
export function outliveTranslation(page: Document): void {
  const displaced = new DisplacedTexts(page);
  const { removeChild, insertBefore, appendChild } = Node.prototype;
  Object.assign(Node.prototype, {
    removeChild(this: Node, child: Node): Node {
      if (child.parentNode === this) return removeChild.call(this, child);
      displaced.bringBack(child);
      if (child.parentNode === this) return removeChild.call(this, child);
      if (this.contains(child) && child !== this) return takeOut(child, this);
      // A text that is gone is what was wanted. Anything else is a mistake.
      return isText(child) ? child : removeChild.call(this, child);
    },
    insertBefore(this: Node, added: Node, before: Node | null): Node {
      displaced.bringBack(added, this);
      if (!before || before.parentNode === this) return insertBefore.call(this, added, before);
      displaced.bringBack(before);
      const found = childHolding(this, before);
      // Without its place, the end is nearest.
      return insertBefore.call(this, added, found ?? (isText(before) ? null : before));
    },
    appendChild(this: Node, added: Node): Node {
      displaced.bringBack(added, this);
      return appendChild.call(this, added);
    },
  });
}

/** Remembers which texts were taken out of the page, and what took their place. */
class DisplacedTexts {
  /** By each of its texts and each of its nodes. */
  private readonly standIns = new WeakMap<Node, StandIn>();
  private readonly observer: MutationObserver;

  constructor(page: Document) {
    this.observer = new MutationObserver((records) => this.learn(records));
    this.observer.observe(page, { childList: true, subtree: true });
  }

  /**
   * Puts a text, with those that share its stand-in, back in place. Anything else stays as it is.
   * @param goal where it is about to be put: into its own stand-in only a translator puts it.
   */
  bringBack(text: Node, goal?: Node): void {
    if (!isText(text) || text.isConnected) return;
    this.learn(this.observer.takeRecords());
    const standIn = this.standIns.get(text);
    if (!standIn) return;
    const { texts, nodes } = standIn;
    if (goal && nodes.some((node) => node.contains(goal))) return;
    const place = nodes.find((node) => node.isConnected);
    if (!place) return;
    place.before(...texts);
    for (const node of nodes) node.remove();
    for (const known of [...texts, ...nodes]) this.standIns.delete(known);
  }

  private learn(records: readonly MutationRecord[]): void {
    const added = new Set<Node>();
    /** What was taken out before anything took its place. */
    const gaps: { record: MutationRecord; node: Node }[] = [];
    for (const record of records) {
      if (record.type === 'characterData') {
        // React has new words for a text that nobody sees.
        this.bringBack(record.target);
        continue;
      }
      const { target, previousSibling, nextSibling } = record;
      // What React itself puts in a text's place makes that text one that it is done with.
      const addedNow = ([...record.addedNodes] as ChildNode[]).filter((node) => !isOfReact(node));
      for (const node of addedNow) added.add(node);
      for (const node of record.removedNodes) {
        if (!this.standIns.has(node) && !(isText(node) && isOfReact(node))) continue;
        const beside = [previousSibling, nextSibling].find((other) => other && added.has(other));
        if (addedNow.length > 0) this.replace(node, addedNow);
        else if (beside) this.replace(node, [beside as ChildNode]);
        else gaps.push({ record, node });
      }
      if (addedNow.length === 0) continue;
      const filled = gaps.findIndex(
        ({ record: gap }) =>
          gap.target === target &&
          gap.previousSibling === previousSibling &&
          gap.nextSibling === nextSibling,
      );
      for (const { node } of filled < 0 ? [] : gaps.splice(filled, 1)) this.replace(node, addedNow);
    }
  }

  /** `nodes` stand where `node` stood, which is a text or stood in for some itself. */
  private replace(node: Node, nodes: readonly ChildNode[]): void {
    const before = this.standIns.get(node);
    let texts: Text[];
    if (before && !isText(node)) {
      texts = before.texts;
    } else {
      if (!isText(node)) return;
      if (before) before.texts = before.texts.filter((text) => text !== node);
      texts = [node];
      // From here on nobody sees what is written into it.
      this.observer.observe(node, { characterData: true });
    }
    const shared = nodes.map((other) => this.standIns.get(other)).find(Boolean);
    const standIn = shared ?? { texts: [], nodes: [...nodes] };
    standIn.texts.push(...texts.filter((text) => !standIn.texts.includes(text)));
    for (const known of [...texts, ...standIn.nodes]) this.standIns.set(known, standIn);
  }
}

/** Takes out a node that a translator moved deeper into `parent`, with what is left empty around it. */
function takeOut(node: Node, parent: Node): Node {
  let around = node.parentNode;
  around?.removeChild(node);
  while (around && around !== parent && !around.hasChildNodes()) {
    const next: ParentNode | null = around.parentNode;
    next?.removeChild(around);
    around = next;
  }
  return node;
}

/** The child of `parent` that is `node` or holds it. */
function childHolding(parent: Node, node: Node): Node | null {
  let child: Node | null = node;
  while (child && child.parentNode !== parent) child = child.parentNode;
  return child;
}

/** Whether React made it, and may come back to it. It marks its own so. */
function isOfReact(node: Node): boolean {
  return Object.keys(node).some((key) => key.startsWith('__reactFiber$'));
}

function isText(node: Node): node is Text {
  return node.nodeType === Node.TEXT_NODE;
}
