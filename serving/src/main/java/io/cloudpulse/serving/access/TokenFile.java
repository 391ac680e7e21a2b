package io.cloudpulse.serving.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Where tokens are kept: a file of JSON lines that its owner alone can read. */
record TokenFile(Path path) {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

  /**
   * Reads them; there are none if there is no file.
   *
   * @throws IOException if the file cannot be read, or is none of tokens; says which line
   */
  List<Token> read() throws IOException {
    return parsed(bytes());
  }

  /** What is in the file; nothing if there is none. */
  byte[] bytes() throws IOException {
    return Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
  }

  /** The tokens that a file's bytes are. */
  List<Token> parsed(byte[] bytes) throws IOException {
    List<Token> tokens = new ArrayList<>();
    int number = 0;
    for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
      number++;
      if (!line.isBlank()) {
        tokens.add(parsed(line, number));
      }
    }
    return tokens;
  }

  /** The line itself is not shown: it may hold what was meant to be secret. */
  private Token parsed(String line, int number) throws IOException {
    try {
      return JSON.readValue(line, Token.class);
    } catch (JsonProcessingException wrong) {
      throw new IOException(
          "%s:%d is no token. ./pulse token create makes them".formatted(path, number));
    }
  }

  /** Changes them; readers see all as it was, or all as it is then. */
  void change(UnaryOperator<List<Token>> change) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path lock = folder.resolve(path.getFileName() + ".lock");
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      FileLock unused = channel.lock(); // until the channel is closed
      write(folder, change.apply(read()));
    }
  }

  private void write(Path folder, List<Token> tokens) throws IOException {
    Path next =
        Files.createTempFile(
            folder,
            "tokens",
            ".next",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    List<String> lines = new ArrayList<>();
    for (Token token : tokens) {
      lines.add(JSON.writeValueAsString(token));
    }
    Files.write(next, lines);
    Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
