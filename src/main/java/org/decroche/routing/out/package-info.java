/** Calls out: who calls whom for us, how far that is, and why it may not be. */
@NullMarked
package org.decroche.routing.out;

import org.jspecify.annotations.NullMarked;
