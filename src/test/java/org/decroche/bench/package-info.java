/** Measurements that {@code scripts/bench} runs against a whole Décroché; not part of the tests. */
package org.decroche.bench;
