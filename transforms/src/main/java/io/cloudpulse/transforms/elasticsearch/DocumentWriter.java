package io.cloudpulse.transforms.elasticsearch;

import io.cloudpulse.transforms.DeadLetter;
import io.cloudpulse.transforms.Refusal;
import io.cloudpulse.transforms.RowStore;
import io.cloudpulse.transforms.SchemaPolicy;
import io.cloudpulse.transforms.SinkOutcome;
import io.cloudpulse.transforms.VersionedRecord;
import io.cloudpulse.transforms.postgres.SinkCounts;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Stores batches and then counts them. What is stored never rests on what is counted: a row that
 * was counted before is written again, and its version makes that harmless.
 */
final class DocumentWriter implements RowStore.Open {
  private final ElasticsearchSink sink;
  private final ElasticsearchSession session;
  private final SinkCounts counts;
  private final Tombstones tombstones;
  private final BulkSender sender;
  private final DocumentIds ids;
  private DocumentBody body;
  private final Bulk bulk = new Bulk();

  DocumentWriter(ElasticsearchSink sink) {
    IndexNames names = IndexNames.of(sink.dataset());
    this.sink = sink;
    this.session = new ElasticsearchSession(sink.cluster(), sink.patience());
    this.counts = SinkCounts.in(sink.ledger(), sink.patience(), sink.run(), sink.name());
    this.tombstones = new Tombstones(session, names.deleted());
    this.sender = new BulkSender(session, names.alias(), true);
    this.ids = DocumentIds.of(sink.dataset());
  }

  /** Which fields are stored is known where the index is: a policy may leave some out. */
  private void choose() throws IOException {
    List<String> leftOut = new ArrayList<>();
    if (sink.policy() == SchemaPolicy.IGNORE) {
      session.patiently(
          () -> {
            leftOut.clear();
            leftOut.addAll(IndexPreparation.gained(sink.dataset(), session));
          });
    }
    body = DocumentBody.without(sink.dataset(), leftOut);
  }

  @Override
  public void begin() {
    tombstones.lookAgain();
  }

  /** Stores rows of one range, by ascending ordinal, and hands on those that are refused. */
  @Override
  public void write(List<VersionedRecord> rows, Consumer<DeadLetter> refused)
      throws IOException, SQLException {
    if (body == null) {
      choose();
    }
    Batch batch = new Batch(rows);
    List<DeadLetter> letters = new ArrayList<>();
    openAll(batch, letters);
    while (batch.isOpen()) {
      send(batch, letters);
      batch.supersede();
    }
    if (rows.get(0).isCounted()) {
      counts.count(rows, batch.outcomes());
    }
    letters.forEach(refused);
  }

  private void openAll(Batch batch, List<DeadLetter> letters) {
    for (int place = 0; place < batch.rows().size(); place++) {
      VersionedRecord row = batch.rows().get(place);
      try {
        body.check(row.values());
        batch.open(new Document(place, ids.of(row.values()), row));
      } catch (Refusal refusal) {
        batch.settle(place, SinkOutcome.REFUSED);
        letters.add(RefusedDocument.deadLetter(sink, row, refusal));
      }
    }
  }

  private void send(Batch batch, List<DeadLetter> letters) throws IOException {
    List<Document> documents = new ArrayList<>(batch.newest());
    if (batch.rows().get(0).isCounted()) {
      heedDeletes(batch, documents);
      documents.removeIf(document -> !document.isDeleted() && batch.isSettled(document));
    }
    BulkItem[] items = sendAll(documents);
    for (int i = 0; i < items.length; i++) {
      Document document = documents.get(i);
      if (items[i].blame() == Blame.RECORD) {
        batch.settle(document.place(), SinkOutcome.REFUSED);
        letters.add(RefusedDocument.deadLetter(sink, document.row(), items[i]));
      } else if (!batch.isSettled(document)) {
        batch.settle(
            document.place(),
            items[i].isSuperseded() ? SinkOutcome.SUPERSEDED : SinkOutcome.STORED);
      }
    }
  }

  /** Remembers what is deleted before it is, and settles what was deleted at a later version. */
  private void heedDeletes(Batch batch, List<Document> documents) throws IOException {
    List<Document> deleted = documents.stream().filter(Document::isDeleted).toList();
    List<Document> upserts = documents.stream().filter(d -> !d.isDeleted()).toList();
    long[] versions = tombstones.versions(upserts);
    for (int i = 0; i < versions.length; i++) {
      if (upserts.get(i).version() <= versions[i]) {
        batch.settle(upserts.get(i).place(), SinkOutcome.SUPERSEDED);
      }
    }
    BulkItem[] kept = deleted.isEmpty() ? new BulkItem[0] : tombstones.keep(deleted);
    for (int i = 0; i < kept.length; i++) {
      if (kept[i].isSuperseded()) {
        // Its document is deleted all the same: an earlier attempt may have ended in between.
        batch.settle(deleted.get(i).place(), SinkOutcome.SUPERSEDED);
      }
    }
  }

  private BulkItem[] sendAll(List<Document> documents) throws IOException {
    bulk.clear();
    for (Document document : documents) {
      if (document.isDeleted()) {
        bulk.delete(document.id(), document.version());
      } else {
        bulk.index(
            document.id(), document.version(), json -> body.write(document.row().values(), json));
      }
    }
    return sender.send(bulk);
  }

  @Override
  public void close() {
    session.close();
    counts.close();
  }
}
