package io.cloudpulse.transforms.likelihood;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import io.cloudpulse.transforms.Version;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;

/**
 * A folder of any file system Beam knows, in which each model has a folder of its own: {@code
 * 7-3fa9c1d2/card.json} and {@code forest.json}. The file {@code current} names the one that is to
 * be used, and is replaced when all of that is there.
 *
 * @param address ends with a slash
 */
public record ModelFolder(String address) implements Serializable {
  private static final Pattern ID = Pattern.compile("(\\d{1,9})-[0-9a-f]{8}");
  private static final Pattern CARD = Pattern.compile(".*[/\\\\](" + ID + ")[/\\\\]card\\.json");

  /** One that need not be there yet. */
  public static ModelFolder at(String address) {
    return new ModelFolder(address.endsWith("/") ? address : address + "/");
  }

  /** The model that is to be used; empty if there is none yet. */
  public Optional<String> current() throws IOException {
    return file("current").read().map(bytes -> new String(bytes, UTF_8).strip());
  }

  /** The ids of all models, the newest first. */
  List<String> all() throws IOException {
    return FileSystems.match(address + "*/card.json", EmptyMatchTreatment.ALLOW).metadata().stream()
        .map(found -> CARD.matcher(found.resourceId().toString()))
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .sorted(Comparator.comparingInt(ModelFolder::number).thenComparing(id -> id).reversed())
        .toList();
  }

  private static int number(String id) {
    return Integer.parseInt(id.substring(0, id.indexOf('-')));
  }

  /**
   * The number of the next model.
   *
   * @throws IOException if there are none left
   */
  public int nextNumber() throws IOException {
    int next = 1 + all().stream().mapToInt(ModelFolder::number).findFirst().orElse(0);
    if (next > Version.GREATEST_MODEL) {
      throw new IOException(
          address + " has had " + Version.GREATEST_MODEL + " models: take another folder");
    }
    return next;
  }

  /**
   * Reads what is known of a model.
   *
   * @throws UnfitModelException if it is not there, or is none
   */
  public ModelCard card(String id) throws IOException {
    if (!ID.matcher(id).matches()) {
      throw unfit(id, List.of("a model is named as in 7-3fa9c1d2"));
    }
    ModelCard card = parsed(id, "card.json", bytes(id, "card.json"), ModelCard::read);
    if (!card.model().equals(id) || card.number() != number(id)) {
      throw unfit(id, List.of("its card is of " + card.model()));
    }
    return card;
  }

  /**
   * Reads a model.
   *
   * @param given what it is going to be given
   * @throws UnfitModelException if it is not there, is broken or wants something else
   */
  public Model load(String id, FeatureSchema given) throws IOException {
    ModelCard card = card(id);
    List<String> reasons = new ArrayList<>(card.features().differences(given));
    byte[] bytes = bytes(id, "forest.json");
    if (!Checksum.of(bytes).equals(card.forest())) {
      reasons.add("its forest.json is not the one that its card tells of");
    }
    if (reasons.isEmpty()) {
      Forest forest = parsed(id, "forest.json", bytes, Forest::read);
      if (forest.fits(given.features().size())) {
        return new Model(card, forest);
      }
      reasons.add("its trees look at features that are not there");
    }
    throw unfit(id, reasons);
  }

  /** Keeps a model, and lets it be the one that is used. */
  public void publish(Model model) throws IOException {
    file(model.id() + "/forest.json").write(model.forest().bytes());
    file(model.id() + "/card.json").write(model.card().bytes());
    file("current").write((model.id() + "\n").getBytes(UTF_8));
  }

  private byte[] bytes(String id, String name) throws IOException {
    return file(id + "/" + name).read().orElseThrow(() -> unfit(id, List.of("it has no " + name)));
  }

  private <T> T parsed(String id, String name, byte[] bytes, Reader<T> reader) throws IOException {
    try {
      return reader.read(bytes);
    } catch (JacksonException broken) {
      throw unfit(id, List.of("its " + name + " cannot be read: " + broken.getOriginalMessage()));
    }
  }

  /** Makes something of a file's bytes. */
  @FunctionalInterface
  private interface Reader<T> {
    T read(byte[] bytes) throws IOException;
  }

  private UnfitModelException unfit(String id, List<String> reasons) {
    return new UnfitModelException(address + id, reasons);
  }

  private SmallFile file(String name) {
    return new SmallFile(address + name);
  }
}
