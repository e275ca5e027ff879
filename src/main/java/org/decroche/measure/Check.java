package org.decroche.measure;

import java.util.function.BooleanSupplier;

/**
 * One thing the service needs.
 *
 * @param name as the health page spells it
 * @param passes may block; a failure of its own counts as not passing
 */
public record Check(String name, BooleanSupplier passes) {}
