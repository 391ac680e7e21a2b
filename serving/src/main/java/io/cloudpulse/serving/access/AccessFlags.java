package io.cloudpulse.serving.access;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The flags of {@code pulse serve} that say who may ask. */
public final class AccessFlags {
  /** Who may read without a token. */
  public enum Readers {
    /** Whoever asks from this machine. */
    loopback,
    /** Nobody. */
    token
  }

  @Option(
      names = "--tokens",
      defaultValue = ".pulse/tokens",
      paramLabel = "FILE",
      description = "The tokens that pulse token made. They may change while the server runs.")
  private Path tokens;

  @Option(
      names = "--readers",
      defaultValue = "loopback",
      paramLabel = "loopback|token",
      description =
          "Who reads without a token: whoever asks from this machine, or nobody."
              + " Writes always want an operator's.")
  private Readers readers;

  @Option(
      names = "--rateLimit",
      defaultValue = "100",
      paramLabel = "N",
      description = "Requests that a client may make in a second; after a rest twice as many.")
  private int rateLimit;

  @Option(
      names = "--origins",
      split = ",",
      paramLabel = "ORIGIN",
      description =
          "Other origins whose pages may ask in a browser, such as https://dashboard.example.")
  private List<String> origins = List.of();

  /** As one; what a flag does not say has its default. */
  public Access read() {
    List<String> others = origins == null ? List.of() : origins;
    return new Access(tokens, readers == Readers.loopback, rateLimit, others);
  }
}
