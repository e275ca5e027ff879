/** The store, tried against a real PostgreSQL. */
@NullMarked
package org.decroche.store;

import org.jspecify.annotations.NullMarked;
