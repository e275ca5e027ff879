/** What is owed to customers, to whom it falls and by when: rules without I/O. */
@NullMarked
package org.decroche.casework;

import org.jspecify.annotations.NullMarked;
