/**
 * Images for one sheet: as many of every class as of every other, as far as there are, in the order
 * given.
 * @param first an image that is taken before all others of its class
 */
export function spreadOverClasses<Image extends { id: string; classId: string }>(
  images: readonly Image[],
  most: number,
  first: string | null,
): Image[] {
  const classes = new Map<string, Image[]>();
  for (const image of images) {
    const members = classes.get(image.classId) ?? [];
    if (image.id === first) members.unshift(image);
    else members.push(image);
    classes.set(image.classId, members);
  }
  const chosen = new Set<Image>();
  for (let round = 0; chosen.size < Math.min(most, images.length); round++) {
    for (const members of classes.values()) {
      const next = members[round];
      if (next && chosen.size < most) chosen.add(next);
    }
  }
  return images.filter((image) => chosen.has(image));
}
