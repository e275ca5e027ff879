/** Boards on walls, without a wall or a server. */
package org.decroche.web.board;
