package io.cloudpulse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Which questions are asked, and how often each: a file of lines {@code WEIGHT PATH}. A path may
 * have {@code {FROM..TO}} in it, a number that is drawn each time. The same each time it is read.
 */
final class QuestionMix {
  private static final Pattern DRAWN = Pattern.compile("\\{(\\d+)\\.\\.(\\d+)}");

  private final List<String> paths;
  private final Random random = new Random(1);

  private QuestionMix(List<String> paths) {
    this.paths = paths;
  }

  static QuestionMix read(Path file) throws IOException {
    List<String> paths = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] words = line.split(" ", 2);
        for (int i = 0; i < Integer.parseInt(words[0]); i++) {
          paths.add(words[1].strip());
        }
      }
    }
    return new QuestionMix(paths);
  }

  String next() {
    return DRAWN
        .matcher(paths.get(random.nextInt(paths.size())))
        .replaceAll(
            range -> {
              int from = Integer.parseInt(range.group(1));
              return String.valueOf(
                  from + random.nextInt(Integer.parseInt(range.group(2)) - from + 1));
            });
  }
}
