/** Moving in and out, on real files. */
@NullMarked
package org.decroche.moving;

import org.jspecify.annotations.NullMarked;
