/**
 * `cut-off`: some of the picture is not in the file. `unclear`: it is coded in a way that is not
 * followed here, or broken.
 */
export type PictureState = 'whole' | 'cut-off' | 'unclear';
