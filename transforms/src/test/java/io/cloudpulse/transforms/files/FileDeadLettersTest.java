package io.cloudpulse.transforms.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudpulse.transforms.DeadLetter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Create;
import org.joda.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDeadLettersTest {
  @TempDir private Path folder;

  @Test
  void readsBackWhatItWroteWhateverTheBytes() throws IOException {
    DeadLetter letter =
        letter("run", 1).toBuilder()
            .setOriginal(new byte[] {0, (byte) 0xFF, '\n'})
            .setMessage("a \"quote\"\nand \u2028 a line")
            .setEventTime(Instant.parse("2024-01-01T00:00:00.001Z"))
            .build();

    keep(List.of(letter));

    assertThat(found("run")).containsExactly(letter);
  }

  @Test
  void isTheSameFileIfABundleComesAgain() throws IOException {
    LetterFile.write(folder + "/", List.of(letter("run", 1), letter("run", 2)));
    LetterFile.write(folder + "/", List.of(letter("run", 1), letter("run", 2)));

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void countsALetterOnceIfItsBundleWasRetriedInOtherPieces() throws IOException {
    LetterFile.write(folder + "/", List.of(letter("run", 1), letter("run", 2)));
    LetterFile.write(folder + "/", List.of(letter("run", 2), letter("run", 3)));

    assertThat(found("run"))
        .extracting(DeadLetter::getOffset)
        .containsExactlyInAnyOrder(1L, 2L, 3L);
  }

  @Test
  void tellsRunsApartWhoseNamesBeginAlike() throws IOException {
    keep(List.of(letter("run", 1)));
    keep(List.of(letter("run-2", 2)));

    assertThat(found("run")).extracting(DeadLetter::getOffset).containsExactly(1L);
  }

  @Test
  void passesOverAFileThatWasNotFinished() throws IOException {
    Files.writeString(folder.resolve("dead-letters-run-0.jsonl.unfinished"), "{\"id\": \"");

    assertThat(found("run")).isEmpty();
  }

  private void keep(List<DeadLetter> letters) {
    Pipeline pipeline = Pipeline.create();
    pipeline.apply(Create.of(letters)).apply(FileDeadLetters.in(folder.toString()));
    pipeline.run().waitUntilFinish();
  }

  private List<DeadLetter> found(String run) throws IOException {
    List<DeadLetter> found = new ArrayList<>();
    FileDeadLetters.in(folder.toString()).readRun(run, found::add);
    return found;
  }

  private static DeadLetter letter(String run, long offset) {
    return DeadLetter.builder()
        .setId("id" + offset)
        .setDataset("a.b")
        .setStep("read")
        .setReason("type")
        .setMessage("")
        .setField("")
        .setOriginal("x".getBytes(UTF_8))
        .setSource("/in/a.csv")
        .setOffset(offset)
        .setLine(0)
        .setEventTime(null)
        .setRun(run)
        .build();
  }
}
