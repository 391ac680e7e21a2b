package io.cloudpulse.pipelines.train;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudpulse.pipelines.local.Folder;
import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.Sink;
import io.cloudpulse.transforms.TargetState;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.likelihood.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * Brings examples from the graph to the command: files of this machine, gone when closed. A bundle
 * that is retried may leave an example in two files; it is read once.
 */
public final class ExampleFiles implements Sink, AutoCloseable {
  private final Path folder;

  private ExampleFiles(Path folder) {
    this.folder = folder;
  }

  public static ExampleFiles create() throws IOException {
    return new ExampleFiles(Files.createTempDirectory("pulse-examples-"));
  }

  @Override
  public String name() {
    return "examples";
  }

  @Override
  public String address() {
    return "examples";
  }

  @Override
  public Delivery delivery() {
    return Delivery.EFFECTIVELY_ONCE;
  }

  @Override
  public List<String> definition() {
    return List.of();
  }

  @Override
  public TargetState inspect() {
    return TargetState.there(List.of());
  }

  @Override
  public void prepare() {}

  @Override
  public PTransform<PCollection<VersionedRecord>, PCollection<DeadLetter>> write() {
    WriteExamplesFn write = new WriteExamplesFn(folder.toString());
    return PTransform.compose(examples -> examples.apply("Write files", ParDo.of(write)));
  }

  /** All, by session, and in each by their place. */
  List<Example> read() throws IOException {
    List<Example> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.readAllLines(file, UTF_8).forEach(line -> found.add(Example.parse(line)));
      }
    }
    found.sort(Comparator.comparing(Example::session).thenComparingLong(Example::at));
    List<Example> once = new ArrayList<>(found.size());
    for (Example example : found) {
      if (once.isEmpty() || !example.isSame(once.get(once.size() - 1))) {
        once.add(example);
      }
    }
    return once;
  }

  @Override
  public void close() throws IOException {
    Folder.delete(folder);
  }
}
