export { countsByClass, filmstrip, imagesOfClass, isPending } from './images-of';
export { landingClass } from './landing-class';
export { readiness } from './readiness';
export { hasComparison, imagesGone, isStale, isStudyStale, studyImagesGone } from './training-set';
