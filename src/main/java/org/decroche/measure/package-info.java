/** How the service is: what it needs to route calls, and whether that is there now. */
@NullMarked
package org.decroche.measure;

import org.jspecify.annotations.NullMarked;
