// All that the page's parts bring with them: here they stand without those around them.
import.meta.glob('../../src/ui/**/*.css', { eager: true });
