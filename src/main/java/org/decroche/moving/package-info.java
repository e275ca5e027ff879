/**
 * Moving in and out: customers, their numbers and their cases, read from and written to tables of
 * text (CSV) as other programs make them.
 *
 * <p>A file is read as a stream, however long; where the rows go is behind {@link
 * org.decroche.moving.Intake}. All of a file is taken in, or nothing of it.
 */
@NullMarked
package org.decroche.moving;

import org.jspecify.annotations.NullMarked;
