/** What the dialplan wrote down while nobody listened: the calls it took by itself. */
@NullMarked
package org.decroche.asterisk.dialplan;

import org.jspecify.annotations.NullMarked;
