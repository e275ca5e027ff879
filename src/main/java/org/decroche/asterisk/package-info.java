/** Asterisk: the only place that knows asterisk-java. */
@NullMarked
package org.decroche.asterisk;

import org.jspecify.annotations.NullMarked;
