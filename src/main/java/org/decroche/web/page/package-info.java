/** The browser pages and the headers that fence them in. */
@NullMarked
package org.decroche.web.page;

import org.jspecify.annotations.NullMarked;
