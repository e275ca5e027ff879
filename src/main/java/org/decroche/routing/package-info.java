/**
 * The core: outside facts come in as events, what is to be done goes out as effects. No I/O, no
 * clock, no lock, no thread.
 */
@NullMarked
package org.decroche.routing;

import org.jspecify.annotations.NullMarked;
