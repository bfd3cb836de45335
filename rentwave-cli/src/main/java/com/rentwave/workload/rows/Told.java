package com.rentwave.workload.rows;

/** What there is to say about the row that begins on a line of the file, for the person who has the file. */
public record Told(long line, String reason) {}
