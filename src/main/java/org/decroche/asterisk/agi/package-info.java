/**
 * The dialplan's one question, by FastAGI: who answers? Whatever goes wrong here ends in the
 * dialplan's own fallback, never in a caller without a human.
 */
@NullMarked
package org.decroche.asterisk.agi;

import org.jspecify.annotations.NullMarked;
