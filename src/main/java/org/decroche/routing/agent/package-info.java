/**
 * Agents as the core sees them: what they chose (availability) and what is observed (phone,
 * activity).
 */
@NullMarked
package org.decroche.routing.agent;

import org.jspecify.annotations.NullMarked;
