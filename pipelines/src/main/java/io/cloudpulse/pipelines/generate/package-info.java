/**
 * Seeded files whose every fault is known because it was planted.
 *
 * <p>A {@link io.cloudpulse.pipelines.generate.Recipe} decides each byte. {@code Arrangement} says
 * which rows are good, bad or repeated; {@code Choices} gives each column its {@code Values},
 * numbered, so that a row is a handful of longs; {@code Drawing} draws them until the dataset's
 * rules hold; {@code FieldFaults} and {@code RecordFaults} spoil a good draft in one way; a {@code
 * RecordFormat} writes it. No row needs another one, so chunks of rows are made side by side.
 */
package io.cloudpulse.pipelines.generate;
