package io.cloudpulse.schemas.file;

import io.cloudpulse.schemas.Dataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A dataset as a person writes it: {@code docs/dataset-files.md} is its reference. */
public final class DatasetFile {
  /** What a file is read for. */
  enum Use {
    /** Somebody's own: all of it is checked. */
    OWN,
    /** A test checked its expressions, and CEL is slow to start. */
    SHIPPED,
    /** Another dataset looks rows up there, or stores its own there: it may not do so in turn. */
    REFERRED_TO
  }

  private DatasetFile() {}

  /**
   * Reads and checks the whole file.
   *
   * @throws InvalidDatasetException with every problem in it
   */
  public static Dataset read(Path file) {
    return read(file, Use.OWN);
  }

  static Dataset read(Path file, Use use) {
    try {
      return parse(file.toString(), Files.readString(file), use);
    } catch (CharacterCodingException e) {
      Problems problems = new Problems();
      problems.add(Optional.empty(), "", "The file is not UTF-8 text. Save it as UTF-8");
      throw problems.asException(file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /**
   * Reads and checks a text.
   *
   * @param source what to call the text in problems, such as its file's name
   * @throws InvalidDatasetException with every problem in it
   */
  public static Dataset parse(String source, String yaml) {
    return parse(source, yaml, Use.OWN);
  }

  static Dataset parse(String source, String yaml, Use use) {
    Problems problems = new Problems();
    Optional<Dataset> dataset =
        compose(yaml, problems).flatMap(root -> new DatasetReader(problems, use).read(root));
    problems.throwIfAny(source);
    return dataset.orElseThrow();
  }

  private static Optional<YamlValue> compose(String yaml, Problems problems) {
    try {
      Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(yaml);
      if (root.isEmpty()) {
        problems.add(
            Optional.empty(), "", "The file is empty. It begins with: dataset: family.kind");
      }
      return root.map(node -> new YamlValue(node, "", node.getStartMark(), problems));
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> place = e.getProblemMark().or(e::getContextMark);
      String context = e.getContext() == null ? "" : " " + e.getContext();
      problems.add(place, "", "This is not YAML: " + e.getProblem() + context);
    } catch (YamlEngineException e) {
      problems.add(Optional.empty(), "", "This is not YAML: " + e.getMessage());
    }
    return Optional.empty();
  }
}
