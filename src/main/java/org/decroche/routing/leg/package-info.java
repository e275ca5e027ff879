/** Legs: the channels that we have Asterisk dial, as against those on which callers come to us. */
@NullMarked
package org.decroche.routing.leg;

import org.jspecify.annotations.NullMarked;
