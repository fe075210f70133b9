/**
 * Both hosts give the JavaScript engine of the window a larger nursery, in MB: a decision of a large course allocates
 * about 9 MB, so the default of 16 collects during every second keystroke and doubles the median.
 */
export const JS_FLAGS = '--max-semi-space-size=64';
