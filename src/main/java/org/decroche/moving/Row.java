package org.decroche.moving;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row as it was understood.
 *
 * @param line where it begins in the file, the first line being 1
 * @param values what its fields hold, without the numbers; an empty cell is an empty text
 * @param numbers in E.164
 * @param fault why it is refused, or null
 */
public record Row(
    long line, Map<Field, String> values, List<String> numbers, @Nullable Fault fault) {}
