package io.cloudpulse.transforms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what becomes of the records of a source that never ends, so that a piece that is read
 * again in other pieces can still be counted once: by offsets, not by pieces.
 */
public final class RunCounter {
  /** So that ever new names of unknown fields cannot fill the memory. */
  private static final int MOST_OUTCOMES = 200;

  private final Map<String, Open> open = new HashMap<>();
  private final List<OutcomeRun> closed = new ArrayList<>();
  private long records;

  private static final class Open {
    private long first;
    private long last;

    Open(long first, long last) {
      this.first = first;
      this.last = last;
    }
  }

  /** Offsets ascend, for each outcome. */
  public void accepted(long offset) {
    add(offset, offset, OutcomeRun.ACCEPTED);
  }

  public void refused(long offset, Reason reason) {
    add(offset, offset, reason.code());
  }

  /** Counts something else by name; names past the first 200 are counted together. */
  public void count(long offset, String name) {
    String outcome = OutcomeRun.COUNTER + name;
    boolean room = open.size() < MOST_OUTCOMES || open.containsKey(outcome);
    add(offset, offset, room ? outcome : OutcomeRun.COUNTER + "others");
  }

  /** Adds what another one counted, of later offsets. */
  public void add(List<OutcomeRun> runs) {
    runs.forEach(run -> add(run.getFirst(), run.getLast(), run.getOutcome()));
  }

  private void add(long first, long last, String outcome) {
    if (!outcome.startsWith(OutcomeRun.COUNTER)) {
      records += last - first + 1;
    }
    Open run = open.get(outcome);
    if (run == null) {
      open.put(outcome, new Open(first, last));
    } else if (run.last + 1 == first) {
      run.last = last;
    } else if (run.last < first) {
      closed.add(OutcomeRun.of(run.first, run.last, outcome));
      run.first = first;
      run.last = last;
    }
  }

  /** How many records were counted since the last {@link #take}. */
  public long records() {
    return records;
  }

  /** All that was counted; counting starts anew. */
  public List<OutcomeRun> take() {
    List<OutcomeRun> runs = new ArrayList<>(closed);
    open.forEach((outcome, run) -> runs.add(OutcomeRun.of(run.first, run.last, outcome)));
    open.clear();
    closed.clear();
    records = 0;
    return runs;
  }
}
