/**
 * Share of the variance of tokens that their place in the image explains, 0…1: ω² of a one-way analysis
 * of variance over places (Hays 1963), summed over channels. Unlike the plain share of the squares it is
 * about 0 where place says nothing, however few images there are; it may be a little below.
 * @param images (N, D) each, of one grid; two at least
 */
export function positionShare(images: readonly Float32Array[], width: number): number {
  const count = images.length;
  const length = images[0]?.length ?? 0;
  const places = length / width;
  let [between, within] = [0, 0];
  for (let d = 0; d < width; d++) {
    let all = 0;
    for (const image of images) for (let i = d; i < length; i += width) all += image[i] as number;
    const mean = all / (count * places);
    for (let i = d; i < length; i += width) {
      let own = 0;
      for (const image of images) own += (image[i] as number) / count;
      between += count * (own - mean) ** 2;
      for (const image of images) within += ((image[i] as number) - own) ** 2;
    }
  }
  const error = within / (places * (count - 1));
  return (between - (places - 1) * error) / (between + within + error);
}
