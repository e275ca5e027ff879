/** Who may be calling: the number as a hint, and what the store knows of the people behind it. */
@NullMarked
package org.decroche.routing.caller;

import org.jspecify.annotations.NullMarked;
