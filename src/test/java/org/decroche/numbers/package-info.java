/** Numbers, in all the shapes they come. */
@NullMarked
package org.decroche.numbers;

import org.jspecify.annotations.NullMarked;
