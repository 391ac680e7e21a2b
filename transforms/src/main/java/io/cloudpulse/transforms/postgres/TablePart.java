package io.cloudpulse.transforms.postgres;

import java.io.Serializable;

/**
 * Some blocks of a table, as of one moment; or what is remembered of the rows deleted from it.
 *
 * @param snapshot name of the moment; known while its {@link TableSnapshot} is open
 * @param fromBlock the first block
 * @param toBlock the block after the last one; none of them for the deleted rows
 */
public record TablePart(String snapshot, long fromBlock, long toBlock) implements Serializable {
  /** No table has so many. */
  static final long ALL_BLOCKS = 0xFFFF_FFFFL;

  static TablePart ofDeleted(String snapshot) {
    return new TablePart(snapshot, 0, 0);
  }

  boolean isOfDeleted() {
    return toBlock == 0;
  }

  /** What rows of these blocks fulfil. */
  String blocks() {
    return "ctid >= '(%d,0)'::tid and ctid < '(%d,0)'::tid".formatted(fromBlock, toBlock);
  }

  /** The same in each run of the same table: {@code 0-4096}, {@code 4096-} or {@code deleted}. */
  String id() {
    if (isOfDeleted()) {
      return "deleted";
    }
    return fromBlock + "-" + (toBlock == ALL_BLOCKS ? "" : toBlock);
  }
}
