/** A choice in full: who was considered, in order, and why each was passed over. */
@NullMarked
package org.decroche.routing.why;

import org.jspecify.annotations.NullMarked;
