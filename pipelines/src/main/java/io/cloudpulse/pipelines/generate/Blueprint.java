package io.cloudpulse.pipelines.generate;

import io.cloudpulse.transforms.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that is known before the first row: columns, keys, and which faults are possible.
 *
 * @param quotes where the file's values are prices of shares
 * @param faults the kinds of fault, each with the ways to plant it; bad records take them in turn
 * @param unclosed the fault that needs shelter behind it, where files have quotes over line ends
 */
record Blueprint(
    Recipe recipe,
    Arrangement arrangement,
    List<Column> columns,
    KeySpace keys,
    Optional<Quotes> quotes,
    RecordFormat format,
    Rules rules,
    Map<Reason, List<Fault>> faults,
    Optional<Fault> unclosed) {

  static Blueprint of(Recipe recipe) {
    Alphabet alphabet = Alphabet.of(recipe.layout());
    Columns found = new Columns(recipe, alphabet);
    List<String> keyFields = found.keyFields();
    List<Column> columns = found.columns(keyFields);
    RecordFaults records = new RecordFaults(columns, alphabet);
    Blueprint sound =
        new Blueprint(
            recipe,
            new Arrangement(recipe),
            columns,
            KeySpace.of(columns, keyFields, recipe.rows()),
            Quotes.of(recipe, columns),
            alphabet.isJson()
                ? new JsonFormat(columns, alphabet)
                : new CsvFormat(columns, alphabet),
            RowRules.of(recipe, columns),
            Map.of(),
            Optional.of(records.unclosed()).filter(fault -> canShelter(columns, alphabet)));
    return sound.with(faults(sound, records, alphabet));
  }

  private Blueprint with(Map<Reason, List<Fault>> possible) {
    return new Blueprint(
        recipe, arrangement, columns, keys, quotes, format, rules, possible, unclosed);
  }

  private static Map<Reason, List<Fault>> faults(
      Blueprint sound, RecordFaults records, Alphabet alphabet) {
    List<String> key = sound.recipe.dataset().key().fields();
    Stream<Fault> ofFields =
        IntStream.range(0, sound.columns.size())
            .mapToObj(i -> new FieldFaults(i, sound.columns.get(i), alphabet))
            .flatMap(faults -> faults.possible(key));
    Stream<Fault> ofNumbers =
        IntStream.range(0, sound.columns.size())
            .boxed()
            .flatMap(
                i -> FieldFaults.brokenNumber(sound.recipe.dataset(), i, sound.columns.get(i)));
    Stream<Fault> ofRules =
        new Drawing(sound).canBreakARule() ? Stream.of(Fault.brokenRule()) : Stream.of();
    Map<Reason, List<Fault>> faults = new EnumMap<>(Reason.class);
    Stream.of(records.possible(), ofFields, ofNumbers, ofRules)
        .flatMap(s -> s)
        .forEach(f -> faults.computeIfAbsent(f.reason(), r -> new ArrayList<>()).add(f));
    return faults;
  }

  /** True if the first byte of any record, in quotes, ends a quote left open for good. */
  private static boolean canShelter(List<Column> columns, Alphabet alphabet) {
    String endings = "\"\r\n" + alphabet.layout().delimiter();
    return !alphabet.isJson()
        && alphabet.layout().multiline()
        && columns.get(0).values().neverStartsWith(endings);
  }
}
