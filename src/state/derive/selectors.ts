export { countsByClass, filmstrip, imagesOfClass, isPending } from './images-of';
export { landingClass } from './landing-class';
export { readiness } from './readiness';
export { isStale, isStudyStale } from './training-set';
