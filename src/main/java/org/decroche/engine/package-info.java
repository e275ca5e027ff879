/**
 * The one place that feeds the core: it puts events in order, keeps the timers and hands the
 * effects out to the outside world, which it knows only by the interfaces of this package.
 */
@NullMarked
package org.decroche.engine;

import org.jspecify.annotations.NullMarked;
