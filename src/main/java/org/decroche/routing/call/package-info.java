/** One live call: its offers, the line of waiting callers, and why each offer was made. */
@NullMarked
package org.decroche.routing.call;

import org.jspecify.annotations.NullMarked;
