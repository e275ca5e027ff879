/**
 * The desks' live sockets: what an agent's pages show is pushed from here, to that agent's pages
 * alone.
 *
 * <p>Everything here lives on one event loop, the engine's own, so that a card is written before
 * the effect after it runs.
 */
@NullMarked
package org.decroche.web.desk;

import org.jspecify.annotations.NullMarked;
