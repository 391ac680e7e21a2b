package io.cloudpulse.pipelines.verify;

import io.cloudpulse.schemas.Dataset;
import io.cloudpulse.transforms.elasticsearch.ElasticsearchAddress;
import io.cloudpulse.transforms.elasticsearch.IndexReader;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/** An index in Elasticsearch: one part, for a search has one moment and two have two. */
record RowsInIndex(Dataset dataset, ElasticsearchAddress cluster) implements SinkRows {
  private static final String WHOLE = "the whole index";

  @Override
  public List<String> open() {
    return List.of(WHOLE);
  }

  @Override
  public RowsReader reader() {
    return new Reader(dataset, cluster);
  }

  @Override
  public void close() {
    // A search ends with whoever reads it.
  }

  private static final class Reader implements RowsReader {
    private static final long serialVersionUID = 1;

    private final Dataset dataset;
    private final ElasticsearchAddress cluster;
    private transient IndexReader index;

    Reader(Dataset dataset, ElasticsearchAddress cluster) {
      this.dataset = dataset;
      this.cluster = cluster;
    }

    @Override
    public void read(Serializable part, Rows rows) throws IOException {
      index().read(rows::take);
    }

    @Override
    public void readKey(List<String> key, Rows rows) throws IOException {
      index().readKey(key, rows::take);
    }

    private IndexReader index() {
      if (index == null) {
        index = new IndexReader(dataset, cluster);
      }
      return index;
    }

    @Override
    public void close() {
      if (index != null) {
        index.close();
      }
    }
  }
}
