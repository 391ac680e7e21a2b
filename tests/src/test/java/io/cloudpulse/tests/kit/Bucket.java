package io.cloudpulse.tests.kit;

import java.nio.file.Path;
import java.util.List;

/** One bucket of a server of a test's own that holds files, whatever it speaks. */
public interface Bucket extends AutoCloseable {
  /** A path in it as an address has it: {@code gs://raw/in/a.csv}. */
  String path(String name);

  /** What points Beam here. */
  List<String> flags();

  void put(String name, Path file) throws Exception;

  /** The names of what is there, beginning so. */
  List<String> names(String begin) throws Exception;

  @Override
  void close();
}
