package com.rentwave.workload.rows;

import java.util.List;
import java.util.function.Consumer;

/** Makes something of a row; what cannot be mapped is a reason, never a guess. */
@FunctionalInterface
public interface RowMapping<T> {

    /**
     * @param fields the row without blanks around its fields, as many as the file has columns
     * @param notes takes what cannot be kept of a row that can be mapped otherwise
     * @throws Unmappable with the reason, for the person who has the file
     */
    T map(List<String> fields, Consumer<String> notes) throws Unmappable;
}
