/**
 * Call stories in one small language, each played twice: against the core with a hand clock (here),
 * and against real Asterisk with real SIP phones (acceptance).
 */
package org.decroche.stories;
