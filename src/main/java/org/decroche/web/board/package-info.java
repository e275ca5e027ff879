/** The boards' sockets: what is seen on a wall is pushed there. */
@NullMarked
package org.decroche.web.board;

import org.jspecify.annotations.NullMarked;
