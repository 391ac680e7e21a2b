package io.cloudpulse.pipelines.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Writes the file of a recipe: chunks made side by side, written in order, in constant memory. */
public final class Generator {
  private static final int CHUNKS_AHEAD = 4;
  private final Blueprint blueprint;

  private Generator(Blueprint blueprint) {
    this.blueprint = blueprint;
  }

  /**
   * A generator for one file.
   *
   * @throws Impossible if the dataset leaves no way to do as the recipe says
   */
  public static Generator of(Recipe recipe) {
    return new Generator(Blueprint.of(recipe));
  }

  /** Writes the whole file, and says what is in it. Leaves the stream open. */
  public Expected writeTo(OutputStream out) throws IOException {
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      return write(out, workers, threads * CHUNKS_AHEAD);
    } finally {
      workers.shutdownNow();
    }
  }

  private Expected write(OutputStream out, ExecutorService workers, int ahead) throws IOException {
    Tally all = new Tally();
    append(Chunk.head(blueprint), all, out);
    Queue<Future<Chunk>> underway = new ArrayDeque<>();
    for (long row = 0; row < blueprint.recipe().rows(); row += Chunk.ROWS) {
      long start = row;
      underway.add(workers.submit(() -> Chunk.rows(blueprint, start)));
      if (underway.size() > ahead) {
        append(finished(underway.remove()), all, out);
      }
    }
    while (!underway.isEmpty()) {
      append(finished(underway.remove()), all, out);
    }
    return Expected.of(blueprint.recipe(), all);
  }

  private static void append(Chunk chunk, Tally all, OutputStream out) throws IOException {
    chunk.bytes().writeTo(out);
    all.addBehind(chunk.tally());
  }

  private static Chunk finished(Future<Chunk> chunk) throws IOException {
    try {
      return chunk.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Impossible impossible) {
        throw impossible;
      }
      throw new IllegalStateException("a chunk of the file failed", failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped before the file was whole", stopped);
    }
  }
}
