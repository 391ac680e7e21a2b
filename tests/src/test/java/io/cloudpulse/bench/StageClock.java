package io.cloudpulse.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Times a stage: median over some passes, after some that let the compiler finish. CPU is that of
 * the whole process, so what the collector and other threads do for the stage is in it.
 */
final class StageClock {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final int warmUps;
  private final int passes;

  StageClock(int warmUps, int passes) {
    this.warmUps = warmUps;
    this.passes = passes;
  }

  /** Name, records, and CPU and wall nanoseconds of a pass. */
  Map<String, Object> time(String name, Stage stage) throws Exception {
    long[] cpu = new long[passes];
    long[] wall = new long[passes];
    long records = 0;
    for (int pass = -warmUps; pass < passes; pass++) {
      long cpuBefore = SYSTEM.getProcessCpuTime();
      long before = System.nanoTime();
      records = stage.run();
      if (pass >= 0) {
        wall[pass] = System.nanoTime() - before;
        cpu[pass] = SYSTEM.getProcessCpuTime() - cpuBefore;
      }
    }
    Map<String, Object> timed = new LinkedHashMap<>();
    timed.put("stage", name);
    timed.put("records", records);
    timed.put("cpu", median(cpu));
    timed.put("wall", median(wall));
    return timed;
  }

  private static long median(long[] times) {
    Arrays.sort(times);
    return times[times.length / 2];
  }
}
