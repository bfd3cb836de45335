package com.rentwave.workload.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Where it was measured.
 *
 * @param load what the machine was doing before: the number of processes that wanted a processor in the last minute; below
 *     zero when the system does not tell
 */
public record Machine(int processors, long memoryMegabytes, String java, String system, double load) {

    private static final long MEGABYTE = 1024 * 1024;

    /** This one, now. */
    public static Machine now() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                system.getTotalMemorySize() / MEGABYTE,
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                system.getName() + " " + system.getVersion() + " " + system.getArch(),
                Math.round(system.getSystemLoadAverage() * 100) / 100.0);
    }

    /** In one line. */
    public String sentence() {
        return processors + " processors, " + memoryMegabytes + " MB, " + java + ", " + system + "; load before: "
                + load;
    }
}
