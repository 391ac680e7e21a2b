package io.cloudpulse.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks an API so many questions a second, whether it answers or not: {@code AskSteadily URL MIX
 * RATE WARM_SECONDS SECONDS}. Each answer's time counts from when its question was due, so that one
 * that had to wait for another, or for one of the {@value #READERS} connections, pays for that.
 * Prints {@code name=value} lines.
 */
final class AskSteadily {
  private static final int MILLIS = 30_000;

  /**
   * So many ask at a time: without an end to them, a slow moment makes thousands of connections.
   */
  private static final int READERS = 64;

  private final ExecutorService readers = Executors.newFixedThreadPool(READERS);

  private final String url;
  private final QuestionMix mix;
  private final long rate;
  private final Map<String, Integer> wrong = new ConcurrentHashMap<>();

  private AskSteadily(String url, QuestionMix mix, long rate) {
    this.url = url;
    this.mix = mix;
    this.rate = rate;
  }

  public static void main(String[] args) throws IOException {
    // As many as there are readers stay open; else five.
    System.setProperty("http.maxConnections", "" + READERS);
    AskSteadily asking =
        new AskSteadily(args[0], QuestionMix.read(Path.of(args[1])), Long.parseLong(args[2]));
    long[] unused = asking.ask(Long.parseLong(args[3]));
    asking.wrong.clear();
    long began = System.nanoTime();
    long[] nanos = asking.ask(Long.parseLong(args[4]));
    asking.tell(nanos, System.nanoTime() - began);
    asking.readers.shutdown();
  }

  /** The time each question took, in nanoseconds; one that failed has none, and stands in wrong. */
  private long[] ask(long seconds) {
    int count = Math.toIntExact(rate * seconds);
    long[] nanos = new long[count];
    CompletableFuture<?>[] answers = new CompletableFuture<?>[count];
    long began = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = began + i * Duration.ofSeconds(1).toNanos() / rate;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      answers[i] = one(mix.next(), due, nanos, i);
    }
    CompletableFuture.allOf(answers).join();
    return nanos;
  }

  private CompletableFuture<Void> one(String path, long due, long[] nanos, int place) {
    return CompletableFuture.runAsync(
        () -> {
          String mistake = mistake(path);
          nanos[place] = System.nanoTime() - due;
          if (mistake != null) {
            Integer unused = wrong.merge(mistake, 1, Integer::sum);
          }
        },
        readers);
  }

  /**
   * What is wrong with the answer; null if nothing is. By the simple client, on the reader's own
   * thread: who asks shares the cores with who answers, and the newer one hands each answer over
   * twice.
   */
  private String mistake(String path) {
    try {
      HttpURLConnection asked = (HttpURLConnection) URI.create(url + path).toURL().openConnection();
      asked.setConnectTimeout(MILLIS);
      asked.setReadTimeout(MILLIS);
      int status = asked.getResponseCode();
      try (InputStream answer = status < 400 ? asked.getInputStream() : asked.getErrorStream()) {
        long unused = answer.transferTo(OutputStream.nullOutputStream());
      }
      return status == 200 ? null : why(path, "" + status);
    } catch (IOException failure) {
      return why(path, failure.getClass().getSimpleName());
    }
  }

  private static String why(String path, String what) {
    return path.replaceFirst("\\?.*", "") + " " + what;
  }

  private void tell(long[] nanos, long elapsed) {
    Arrays.sort(nanos);
    System.out.println("asked=" + nanos.length);
    System.out.println("wrong=" + wrong.values().stream().mapToInt(Integer::intValue).sum());
    System.out.printf("per_second=%.0f%n", nanos.length * 1e9 / elapsed);
    for (double part : new double[] {0.5, 0.9, 0.99, 0.999, 1}) {
      int place = (int) Math.ceil(part * nanos.length) - 1;
      System.out.printf("p%s_ms=%.1f%n", part * 100, nanos[place] / 1e6);
    }
    new TreeMap<>(wrong)
        .forEach((what, count) -> System.out.println("wrong: " + count + " x " + what));
  }
}
