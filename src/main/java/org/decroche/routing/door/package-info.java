/** The public numbers and the teams behind them. */
@NullMarked
package org.decroche.routing.door;

import org.jspecify.annotations.NullMarked;
