package io.cloudpulse.pipelines.generate;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.schemas.Key;
import java.util.List;
import java.util.Map;

/**
 * What a correct reader of a generated file must find in it: known because it was planted, not
 * because any reader was run.
 *
 * @param records good and bad ones together
 * @param good records without a fault, repeated ones among them
 * @param duplicates good records that repeat an earlier one byte for byte
 * @param refused bad records by reason code
 * @param distinctKeys keys of the good records
 * @param rowsInSink what a sink holds after the file was read, once or more often
 * @param corrections misspellings in good records, by field
 * @param firstRefused where the first few bad records of each reason start
 */
public record Expected(
    String dataset,
    String layout,
    long seed,
    long records,
    long good,
    long bad,
    long duplicates,
    Map<String, Long> refused,
    long distinctKeys,
    long rowsInSink,
    Map<String, Long> corrections,
    Map<String, List<Tally.Place>> firstRefused) {

  static Expected of(Recipe recipe, Tally tally) {
    long good = recipe.rows() - recipe.bad();
    Dataset dataset = recipe.dataset();
    boolean everyRecordIsARow = dataset.key().kind() == Key.Kind.POSITION;
    long keys = everyRecordIsARow ? good : good - recipe.repeated();
    return new Expected(
        dataset.name(),
        recipe.layout().name(),
        recipe.seed(),
        recipe.rows(),
        good,
        recipe.bad(),
        recipe.repeated(),
        tally.refused(),
        keys,
        keys,
        tally.corrections(),
        tally.places());
  }
}
