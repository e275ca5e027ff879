/** Décroché: arguments in, exit code out, and all wiring in one place. */
@NullMarked
package org.decroche;

import org.jspecify.annotations.NullMarked;
