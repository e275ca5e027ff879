/**
 * The management link: what Asterisk reports becomes events in our words, and callers are moved. No
 * rule of the house is decided here; the link may be cut, frozen or restarted at any moment.
 */
@NullMarked
package org.decroche.asterisk.ami;

import org.jspecify.annotations.NullMarked;
