package io.cloudpulse.bench;

/** A part of a move that can be run by itself. */
@FunctionalInterface
public interface Stage {
  /** Runs it once over a whole file; returns how many records it saw. */
  long run() throws Exception;
}
