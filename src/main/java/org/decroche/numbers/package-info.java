/**
 * Telephone numbers in the shapes the field sends and people read: the only package that knows
 * libphonenumber.
 */
@NullMarked
package org.decroche.numbers;

import org.jspecify.annotations.NullMarked;
