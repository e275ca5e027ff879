/**
 * The service as browsers and programs see it: the HTTP interface, sign-in, the desk's live socket
 * and the pages.
 *
 * <p>One event loop takes requests off the wire; whatever blocks runs on a virtual thread and reads
 * straight down.
 */
@NullMarked
package org.decroche.web;

import org.jspecify.annotations.NullMarked;
