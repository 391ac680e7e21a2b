package io.cloudpulse.pipelines.flags;

import java.util.List;

/** Looks for addresses of a move that mean this machine, which no worker elsewhere can reach. */
final class WorkerAddresses {
  private static final String ELSEWHERE = "an address that the workers can reach, not this machine";
  private static final String SECRET = "password=secret://gcp/projects/my-project/secrets/my-db";
  private static final String DATABASE =
      "jdbc:postgresql://10.0.0.5:5432/shop?user=loader&" + SECRET;
  private static final String SEARCH = "elasticsearch://10.0.0.7:9200";
  private static final String WAREHOUSE = "bigquery://my-project/shop";
  private static final String TOPIC = "kafka://10.0.0.6:9092/orders";

  private static final String SUBSCRIPTION = "pubsub://my-project/orders-pulse";

  private final MoveFlags flags;
  private final boolean ownImage;
  private final Problems problems;
  private final Problems toldElsewhere = new Problems(); // an address that is none: by its reader

  WorkerAddresses(MoveFlags flags, boolean ownImage, Problems problems) {
    this.flags = flags;
    this.ownImage = ownImage;
    this.problems = problems;
  }

  void check() {
    files("source", flags.source, "orders*.csv");
    files("backfill", flags.stream.backfill, "history*.csv");
    files("archive", flags.archive, "archive");
    model(flags.windows.model);
    if (flags.source != null) {
      topic(flags.source);
      table(flags.source);
    }
    List<SinkAddress> sinks =
        flags.sink == null ? List.of() : SinkAddresses.readAll("sink", flags.sink, toldElsewhere);
    for (SinkAddress sink : sinks) {
      reach("sink", sink.written(), Reach.of(sink), example(sink));
    }
    boolean hasDatabase = sinks.stream().anyMatch(DatabaseAddress.class::isInstance);
    ledger(hasDatabase || sinks.isEmpty());
    deadLetters(hasDatabase || sinks.isEmpty());
  }

  private static String example(SinkAddress sink) {
    if (sink instanceof WarehouseAddress) {
      return WAREHOUSE;
    }
    return sink instanceof SearchAddress ? SEARCH : DATABASE;
  }

  private void topic(String text) {
    if (SourceAddresses.read(text, toldElsewhere).orElse(null)
        instanceof SourceAddress.Topic topic) {
      reach("source", text, Reach.of(topic.address()), TOPIC);
    } else if (SourceAddresses.read(text, toldElsewhere).orElse(null)
        instanceof SourceAddress.Subscription subscription) {
      reach("source", text, Reach.of(subscription.address()), SUBSCRIPTION);
    }
  }

  private void table(String text) {
    if (SourceAddresses.read(text, toldElsewhere).orElse(null)
        instanceof SourceAddress.Table table) {
      reach("source", text, Reach.of(table.place()), DATABASE);
    } else if (SourceAddresses.read(text, toldElsewhere).orElse(null)
        instanceof SourceAddress.Warehouse table) {
      reach("source", text, Reach.of(table.place()), WAREHOUSE);
    }
  }

  private void ledger(boolean ownPlace) {
    if (flags.ledger != null) {
      DatabaseAddresses.read("ledger", flags.ledger, toldElsewhere)
          .ifPresent(found -> reach("ledger", flags.ledger, Reach.of(found), DATABASE));
    } else if (!ownPlace) {
      problems.missing("ledger", "the database that counts what the job does", DATABASE);
    }
  }

  private void deadLetters(boolean ownPlace) {
    String text = flags.deadLetters;
    if (text == null && !ownPlace) {
      problems.missing("deadLetters", "where refused records go", "files:gs://my-bucket/refused");
    } else if (text != null) {
      files("deadLetters", text, "refused");
      DeadLetterFlag.read("deadLetters", text, toldElsewhere).ifPresent(this::deadLetters);
    }
  }

  private void deadLetters(DeadLetterFlag place) {
    place
        .database()
        .ifPresent(found -> reach("deadLetters", flags.deadLetters, Reach.of(found), DATABASE));
    place
        .topic()
        .ifPresent(
            found -> reach("deadLetters", flags.deadLetters, Reach.of(found.address()), TOPIC));
    place
        .pubsub()
        .ifPresent(found -> reach("deadLetters", flags.deadLetters, Reach.of(found), SUBSCRIPTION));
  }

  private void files(String flag, String text, String example) {
    bucket(flag, text, SourceAddress.Files.SCHEME, example);
    bucket(flag, text, SourceAddress.Archived.SCHEME, "archive");
  }

  private void bucket(String flag, String text, String scheme, String example) {
    if (text != null && text.startsWith(scheme) && !text.startsWith(scheme + "gs://")) {
      problems.flag(
          flag,
          text,
          "in a bucket, for workers see no file of this machine",
          scheme + "gs://my-bucket/" + example);
    }
  }

  private void model(String folder) {
    if (folder != null && !folder.startsWith("gs://")) {
      problems.flag(
          "model",
          folder,
          "in a bucket, for workers see no file of this machine",
          "gs://my-bucket/models");
    }
  }

  private void reach(String flag, String text, Reach reach, String example) {
    boolean local = !text.contains("://"); // a name that stands for a server of pulse up
    if (local || reach.isThisMachine()) {
      problems.flag(flag, text, ELSEWHERE, example);
    } else if (!ownImage) {
      reach.absent().forEach(name -> problems.add(absent(flag, name)));
    }
  }

  private static String absent(String flag, String name) {
    return ("--%s needs %s on each worker, where it is not. Name a secret that they can look up,"
            + " as in %s, or bring an image that has it: --sdkContainerImage=IMAGE")
        .formatted(flag, name, SECRET);
  }
}
