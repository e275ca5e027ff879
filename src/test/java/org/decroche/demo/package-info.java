/** The demonstration's wording, masking and judgement; the rest is seen by running it. */
@NullMarked
package org.decroche.demo;

import org.jspecify.annotations.NullMarked;
