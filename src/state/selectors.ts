export { countsByClass, filmstrip, imagesOfClass, isPending } from './images-of';
export { landingClass } from './landing-class';
export { readiness } from './readiness';
export { isStale } from './training-set';
