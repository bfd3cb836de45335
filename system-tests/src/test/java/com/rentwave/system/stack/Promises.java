package com.rentwave.system.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.workload.demo.DemoReport;

/** What is promised to those who use an API while it moves. */
public final class Promises {

    private Promises() {}

    /** Fails with what was lost, doubled, hidden, refused or left different. */
    public static void areKept(DemoReport report) {
        assertThat(report.examples()).isEmpty();
        assertThat(report.errors()).isZero();
        assertThat(report.verdict().lost()).isZero();
        assertThat(report.verdict().doubled()).isZero();
        assertThat(report.verdict().staleOwnReads()).isZero();
        assertThat(report.verdict().nonMonotonicReads()).isZero();
        assertThat(report.differences()).isEmpty();
        assertThat(report.compared()).isPositive();
    }
}
