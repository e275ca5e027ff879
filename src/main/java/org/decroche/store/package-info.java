/**
 * What is remembered: the only package that knows SQL.
 *
 * <p>Every call blocks and is meant for a virtual thread. What a person may get wrong comes back as
 * an {@link org.decroche.store.Outcome}; a database that is gone or too slow is a {@link
 * org.decroche.store.DatabaseUnavailable}. No wait is without a limit.
 */
@NullMarked
package org.decroche.store;

import org.jspecify.annotations.NullMarked;
