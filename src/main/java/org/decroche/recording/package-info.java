/**
 * What the core was told and what it decided, kept without anybody's name or number, and played
 * back to the same decisions.
 */
@NullMarked
package org.decroche.recording;

import org.jspecify.annotations.NullMarked;
