import type { ImagesSlice } from './types';

export const initialImages: ImagesSlice = {
  classes: [],
  images: [],
  selectedImageId: null,
  trash: [],
  pixels: null,
  restored: false,
};
