/** The settings: read once at the start, every fault reported together, secrets never printed. */
@NullMarked
package org.decroche.config;

import org.jspecify.annotations.NullMarked;
