package com.rentwave.workload.rows;

/** Hears how an import goes; called from many threads. */
public interface ImportProgress {

    /** Nobody listens. */
    ImportProgress NONE = new ImportProgress() {};

    /**
     * @param total rows of the file that can be offered
     * @param before rows that an earlier run had finished
     */
    default void started(int total, int before) {}

    default void oneMore() {}

    default void refused(long line, String reason) {}
}
