package io.cloudpulse.pipelines.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What a node reads at its start, in a folder of its own: the programs are many homes' at a time.
 */
record ElasticsearchFiles(ServiceHome home, Path programs) {
  private static final List<String> AS_SHIPPED = List.of("jvm.options", "log4j2.properties");

  static Path configuration(ServiceHome home) {
    return home.service().resolve("config");
  }

  void write(String settings, String mark) throws IOException {
    Path folder = configuration(home);
    Path jvm = Files.createDirectories(folder.resolve("jvm.options.d"));
    for (String name : AS_SHIPPED) {
      Path shipped = programs.resolve("config").resolve(name);
      Path unused = Files.copy(shipped, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.writeString(folder.resolve("elasticsearch.yml"), settings);
    Files.writeString(jvm.resolve("pulse.options"), jvmOptions(mark));
  }

  /**
   * The log of garbage collections, and a heap that is touched in advance, cost more than a start.
   */
  private static String jvmOptions(String mark) {
    return """
        -Xms512m
        -Xmx512m
        -XX:-AlwaysPreTouch
        -Xlog:disable
        -Xlog:all=warning:stderr
        %s
        """
        .formatted(mark);
  }
}
