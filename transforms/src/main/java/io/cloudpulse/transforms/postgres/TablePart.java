package io.cloudpulse.transforms.postgres;

import java.io.Serializable;

/**
 * Some blocks of a table, as of one moment.
 *
 * @param snapshot name of the moment; known while its {@link TableSnapshot} is open
 * @param fromBlock the first block
 * @param toBlock the block after the last one
 */
public record TablePart(String snapshot, long fromBlock, long toBlock) implements Serializable {}
