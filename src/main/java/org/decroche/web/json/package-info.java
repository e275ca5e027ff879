/** Our words, times and numbers as JSON, the same in replies and in the desk's frames. */
@NullMarked
package org.decroche.web.json;

import org.jspecify.annotations.NullMarked;
